package io.scarlet.study.io;

import io.scarlet.space.Costs;
import io.scarlet.study.rank.ScoredNetwork;
import io.scarlet.study.settings.StudyRefused;
import io.scarlet.supernet.scoring.Score;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code scores.csv}: a line a network, seed and way to score, added as soon as it is there. What a
 * process was writing when it was killed is cut off, and scored again.
 */
public final class ScoresCsv implements AutoCloseable {

  private static final String HEADER =
      "seed,recalibrationBatches,code,macs,params,accuracy,loss,truth\n";
  private static final int CELLS = 8;

  private final Map<ScoredNetwork.Key, Score> known;
  private final Writer out;

  private ScoresCsv(Map<ScoredNetwork.Key, Score> known, Writer out) {
    this.known = known;
    this.out = out;
  }

  /**
   * Opens the file, and makes it where there is none.
   *
   * @throws StudyRefused if a line is damaged
   */
  static ScoresCsv open(Path file) throws IOException {
    Map<ScoredNetwork.Key, Score> known = new LinkedHashMap<>();
    String text = Files.exists(file) ? Files.readString(file) : "";
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    List<String> lines = whole.lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      ScoredNetwork scored = read(file, i + 1, lines.get(i));
      known.put(scored.key(), scored.score());
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
    }
    Writer out = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
    if (whole.isEmpty()) {
      out.write(HEADER);
      out.flush();
    }
    return new ScoresCsv(known, out);
  }

  private static ScoredNetwork read(Path file, int number, String line) {
    List<String> cells = List.of(line.split(",", -1));
    try {
      if (cells.size() == CELLS) {
        return new ScoredNetwork(
            new ScoredNetwork.Key(
                Long.parseLong(cells.get(0)), Integer.parseInt(cells.get(1)), cells.get(2)),
            new Score(Double.parseDouble(cells.get(5)), Double.parseDouble(cells.get(6))));
      }
    } catch (NumberFormatException damaged) {
      throw new StudyRefused(damaged(file, number), damaged);
    }
    throw new StudyRefused(damaged(file, number));
  }

  private static String damaged(Path file, int number) {
    return "%s, line %d is damaged: remove the line, and the network is scored again"
        .formatted(file, number);
  }

  /** A score, where it is there already. */
  public Optional<Score> find(ScoredNetwork.Key key) {
    return Optional.ofNullable(known.get(key));
  }

  /**
   * Adds a score.
   *
   * @param truth accuracy of the network, 0 to 1
   */
  public void add(ScoredNetwork scored, Costs costs, double truth) throws IOException {
    ScoredNetwork.Key key = scored.key();
    out.write(
        "%d,%d,%s,%d,%d,%s,%s,%s\n"
            .formatted(
                key.seed(),
                key.recalibrationBatches(),
                key.code(),
                costs.macs(),
                costs.params(),
                scored.score().accuracy(),
                scored.score().loss(),
                truth));
    out.flush();
    known.put(key, scored.score());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
