package io.scarlet.cli;

import io.scarlet.cli.io.Assignment;
import io.scarlet.cli.io.ResultFolder;
import io.scarlet.events.DataSettings;
import io.scarlet.events.FinalistSettings;
import io.scarlet.events.SearchRequested;
import io.scarlet.log.RecordedLog;
import io.scarlet.log.io.LogFile;
import io.scarlet.request.FinalistRecipes;
import io.scarlet.request.Place;
import io.scarlet.request.RequestRefused;
import io.scarlet.request.Written;
import io.scarlet.request.io.SpaceText;
import io.scarlet.supernet.data.io.DataSets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which network shall be trained by itself, on what and how, as options say it. */
final class RetrainOptions {

  @Parameters(
      arity = "0..1",
      paramLabel = "CODE",
      description = {
        "The network: one character a layer, or a label a layer with blanks between.",
        "Not needed for a fixed network such as scarlet-a."
      })
  private Optional<String> code = Optional.empty();

  @Option(
      names = "--space",
      paramLabel = "NAME_OR_FILE",
      description = "The search space: a preset, or a YAML file.")
  private Optional<String> space = Optional.empty();

  @Option(
      names = "--search",
      paramLabel = "FOLDER",
      description = "A search that has ended, whose space, pictures, seed and recipe are taken.")
  private Optional<String> search = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "NAME_OR_DIR",
      description = "The pictures: fashion-mnist-excerpt (default), fashion-mnist, or a folder.")
  private Optional<String> data = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed is another training. Default: that of the search, or 1.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Changes one setting of the recipe, epochs=4 for instance. May be repeated.",
        "docs/configuration.md lists them under finalists."
      })
  private List<String> assignments = new ArrayList<>();

  RetrainOptions() {}

  /**
   * The network with all that its training needs.
   *
   * @throws RequestRefused where something in it cannot be used
   * @throws IOException where the log of the search cannot be read
   */
  NamedNetwork network() throws IOException {
    if (space.isPresent() == search.isPresent()) {
      throw new RequestRefused("name the space of the network by --space, or a search by --search");
    }
    return search.isPresent() ? ofSearch(search.get()) : ofSpace(space.orElseThrow());
  }

  private NamedNetwork ofSpace(String name) {
    String text = SpaceText.in(Path.of("")).describedBy(name);
    DataSettings pictures = DataSettings.newBuilder().setSet(set(DataSets.EXCERPT)).build();
    FinalistSettings recipe = FinalistRecipes.from(changes());
    return NamedNetwork.of(text, code, pictures, recipe, seed.orElse(1L));
  }

  private NamedNetwork ofSearch(String name) throws IOException {
    NamedSearch files =
        NamedSearch.files(name)
            .orElseThrow(() -> new RequestRefused("there is no folder of a search " + name));
    RecordedLog log = LogFile.read(files.log());
    SearchRequested request = NamedNetwork.request(log);
    DataSettings searched = request.getData();
    DataSettings pictures =
        data.isEmpty() ? searched : DataSettings.newBuilder().setSet(set("")).build();
    FinalistSettings recipe = FinalistRecipes.changed(request.getFinalists(), changes());
    return NamedNetwork.of(
            request.getSpace(), code, pictures, recipe, seed.orElse(request.getSeed()))
        .from(log, ResultFolder.existing(name));
  }

  /** Folders as whole paths, so that the model's facts mean the same everywhere. */
  private String set(String standard) {
    return data.map(
            given ->
                given.equals(DataSets.EXCERPT) || given.equals(DataSets.FASHION_MNIST)
                    ? given
                    : Path.of(given).toAbsolutePath().normalize().toString())
        .orElse(standard);
  }

  private Written.Mapping changes() {
    Written.Mapping changes = Written.Mapping.empty(new Place("--set"));
    for (String each : assignments) {
      Assignment assignment = Assignment.of(each);
      changes = changes.with(assignment.path(), assignment.value());
    }
    return changes;
  }
}
