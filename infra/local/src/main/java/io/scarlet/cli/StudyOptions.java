package io.scarlet.cli;

import io.scarlet.cli.io.Json;
import io.scarlet.cli.io.Scratch;
import io.scarlet.cli.io.StudyInput;
import io.scarlet.local.Installation;
import io.scarlet.local.StudyProcess;
import io.scarlet.request.Place;
import io.scarlet.request.RequestRefused;
import io.scarlet.request.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which supernets a study looks at, and where its results go. */
final class StudyOptions {

  private static final Map<String, List<String>> ELS =
      Map.of(
          "on", List.of("STABILIZER", "KAIMING"),
          "identity-init", List.of("STABILIZER", "IDENTITY"),
          "off", List.of("IDENTITY", "KAIMING"));

  private static final Map<String, String> FAIRNESS =
      Map.of("strict", "STRICT", "uniform", "UNIFORM");

  /** What supernets train in where nothing else is said. */
  private static final String STANDARD_SPACE = "nas-bench-macro-small";

  @Option(
      names = "--space",
      paramLabel = "NAME|FILE",
      description = "The search space: a preset or a YAML file. Default: nas-bench-macro-small.")
  private Optional<String> space = Optional.empty();

  @Option(names = "--data", paramLabel = "NAME|DIR", description = "The pictures, as for a search.")
  private Optional<String> data = Optional.empty();

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "A supernet that is trained already, rather than space and training.")
  private Optional<Path> checkpoint = Optional.empty();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Sets training.epochs: passes over the train pictures.")
  private Optional<String> epochs = Optional.empty();

  @Option(
      names = "--els",
      paramLabel = "on|off|identity-init",
      description =
          "What stands where a path skips a layer: a stabilizer (on, the default), one "
              + "that starts as the identity, or the plain identity (off).")
  private Optional<String> els = Optional.empty();

  @Option(
      names = "--fairness",
      paramLabel = "strict|uniform",
      description = "Sets training.sampling: every choice at each step (default), or one path.")
  private Optional<String> fairness = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes a setting of data, training or evaluation. May be repeated.")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--seeds",
      paramLabel = "N,...",
      split = ",",
      description = "One training each. Default: 1.")
  private List<Long> seeds = new ArrayList<>();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where results go. Default: a folder in runs, named after the settings.")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--json", description = "Ends with one line of JSON on standard output.")
  private boolean json;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that compute; they change no result. Default: all processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  StudyOptions() {}

  /**
   * The supernets that are asked for.
   *
   * @throws RequestRefused where something in it cannot be used
   */
  StudyInput input() {
    return input(Written.Mapping.empty(new Place("the study")));
  }

  /**
   * The supernets that are asked for.
   *
   * @param standards what counts unless something else is asked for, as a request has it
   * @throws RequestRefused where something in it cannot be used
   */
  StudyInput input(Written.Mapping standards) {
    if (data.isEmpty() && !standards.entries().containsKey("data")) {
      throw new RequestRefused("a study needs pictures: name their folder with --data");
    }
    if (threads < 1) {
      throw new RequestRefused("--threads " + threads + ": it is at least 1");
    }
    StudyInput input = supernets(standards).with(standards);
    for (String assignment : assignments) {
      input = input.with(assignment);
    }
    for (Map.Entry<String, String> setting : settings().entrySet()) {
      input = input.with(setting.getKey(), setting.getValue());
    }
    return input;
  }

  private StudyInput supernets(Written.Mapping standards) {
    if (checkpoint.isPresent()) {
      refuseTraining();
      return StudyInput.of(checkpoint.get());
    }
    String standard =
        standards.entries().get("space") instanceof Written.Scalar named
            ? named.text()
            : STANDARD_SPACE;
    return StudyInput.of(space.orElse(standard), seeds.isEmpty() ? List.of(1L) : seeds);
  }

  private void refuseTraining() {
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("--space", space.isPresent());
    given.put("--seeds", !seeds.isEmpty());
    given.put("--epochs", epochs.isPresent());
    given.put("--els", els.isPresent());
    given.put("--fairness", fairness.isPresent());
    given.forEach(
        (option, is) -> {
          if (is) {
            throw new RequestRefused(
                "a checkpoint is trained already: leave out " + option + ", or --checkpoint");
          }
        });
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    data.ifPresent(set -> settings.put("data.set", set));
    epochs.ifPresent(count -> settings.put("training.epochs", count));
    els.map(word -> meaning("--els", word, ELS))
        .ifPresent(
            meaning -> {
              settings.put("training.skip", meaning.getFirst());
              settings.put("training.stabilizerInit", meaning.getLast());
            });
    fairness
        .map(word -> meaning("--fairness", word, FAIRNESS))
        .ifPresent(meaning -> settings.put("training.sampling", meaning));
    return settings;
  }

  private static <T> T meaning(String option, String word, Map<String, T> meanings) {
    T meaning = meanings.get(word);
    if (meaning == null) {
      throw new RequestRefused(
          "%s %s: it is %s"
              .formatted(
                  option,
                  word,
                  meanings.keySet().stream().sorted().collect(Collectors.joining(" or "))));
    }
    return meaning;
  }

  /**
   * Makes a study.
   *
   * @param settings all that decides what comes of it
   * @return its exit code
   */
  int run(String kind, Map<String, Object> settings) throws IOException, InterruptedException {
    String text = Json.document(settings);
    Path folder =
        output.orElseGet(() -> Path.of("runs", kind + "-" + StudyInput.fingerprint(text)));
    try (Scratch scratch = Scratch.make()) {
      Path file = scratch.file("study.json");
      Files.writeString(file, text);
      return new StudyProcess(Installation.current())
          .run(kind, file, folder.toAbsolutePath().normalize(), threads, json);
    }
  }
}
