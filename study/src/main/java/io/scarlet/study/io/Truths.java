package io.scarlet.study.io;

import io.scarlet.space.Architecture;
import io.scarlet.space.IllegalArchitectureException;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.MeasuredNetworksCsv;
import io.scarlet.space.io.NearestName;
import io.scarlet.space.table.MeasuredNetworks;
import io.scarlet.study.settings.StudyRefused;
import io.scarlet.study.truth.ListedAccuracies;
import io.scarlet.study.truth.MeasuredTable;
import io.scarlet.study.truth.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the truth about a space: a table that ships with the project, or a file. */
public final class Truths {

  private static final String HEADER = "code,accuracy";

  private Truths() {}

  /**
   * The truth of this name.
   *
   * @param nameOrFile of a table, or a file of lines {@code code,accuracy} below that header, with
   *     accuracies from 0 to 1
   * @throws StudyRefused if there is none, or it does not fit the space
   */
  public static Truth find(String nameOrFile, SearchSpace space) {
    Optional<MeasuredNetworks> table = MeasuredNetworksCsv.bundled(nameOrFile);
    if (table.isPresent()) {
      return new MeasuredTable(table.get(), space);
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      List<String> names = MeasuredNetworksCsv.names();
      throw new StudyRefused(
          "there is no truth '%s', neither a table nor a file%s The tables are %s"
              .formatted(
                  nameOrFile, NearestName.question(nameOrFile, names), String.join(", ", names)));
    }
    return new ListedAccuracies(file.getFileName().toString(), listed(file, space));
  }

  /**
   * What a file says, by canonical network, 0 to 1.
   *
   * @throws StudyRefused if it cannot be read, or does not fit the space
   */
  static Map<Architecture, Double> listed(Path file, SearchSpace space) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new StudyRefused(
          "cannot read the truth " + file + ": " + unreadable.getMessage(), unreadable);
    }
    if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
      throw new StudyRefused(file + " is no truth: its first line must be '" + HEADER + "'");
    }
    Map<Architecture, Double> accuracies = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      String place = file + ", line " + (i + 1) + ": ";
      String[] cells = lines.get(i).split(",", -1);
      if (cells.length != 2) {
        throw new StudyRefused(place + "a line is a code and an accuracy");
      }
      Architecture network = network(place, cells[0], space);
      if (accuracies.putIfAbsent(network, accuracy(place, cells[1])) != null) {
        throw new StudyRefused(place + "this network was there before: " + cells[0]);
      }
    }
    return accuracies;
  }

  /** The file that says this. */
  static String text(Map<Architecture, Double> accuracies) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    accuracies.forEach(
        (network, accuracy) ->
            text.append(network.code()).append(',').append(accuracy).append('\n'));
    return text.toString();
  }

  private static Architecture network(String place, String code, SearchSpace space) {
    try {
      return space.canonical(space.parse(code));
    } catch (IllegalArchitectureException illegal) {
      throw new StudyRefused(place + illegal.getMessage(), illegal);
    }
  }

  private static double accuracy(String place, String text) {
    String rule = "an accuracy is a number from 0 to 1, got '" + text + "'";
    double accuracy;
    try {
      accuracy = Double.parseDouble(text);
    } catch (NumberFormatException none) {
      throw new StudyRefused(place + rule, none);
    }
    if (!(accuracy >= 0 && accuracy <= 1)) {
      throw new StudyRefused(place + rule);
    }
    return accuracy;
  }
}
