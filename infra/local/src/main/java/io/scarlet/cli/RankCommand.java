package io.scarlet.cli;

import io.scarlet.cli.io.StudyInput;
import io.scarlet.request.RequestRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scarlet rank}: how well supernets rank networks whose true accuracy is known. */
@Command(
    name = "rank",
    description = {
      "Compares what supernets score networks with what these reach by themselves.",
      "Trains supernets and scores networks by their shared weights: Kendall's tau and others,",
      "with intervals. The same command started again goes on where it was stopped.",
      "docs/evidence/README.md says how to read the figures."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RankCommand implements Callable<Integer> {

  private static final List<String> SAMPLINGS = List.of("stratified", "random");
  private static final String OFF = "off";

  @Mixin private StudyOptions options;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "Space, pictures and truth that belong together, unless other options say otherwise: "
              + "nas-bench-macro (default), with pictures of CIFAR-10 for --data; or "
              + "fashion-quick, on pictures that ship, with 30 networks that are trained.")
  private String preset = RankPreset.STANDARD;

  @Option(
      names = "--truth",
      paramLabel = "NAME|FILE|train",
      description =
          "The true accuracies: a table of measured networks such as "
              + "nas-bench-macro-cifar10; a file of lines code,accuracy below that header, with "
              + "accuracies from 0 to 1; or train: every network of the sample is trained by "
              + "itself, as --set finalists.epochs=N and the like say, and truth.csv is such a file.")
  private Optional<String> truth = Optional.empty();

  @Option(
      names = "--truth-seed",
      paramLabel = "N",
      description = "With --truth train: another seed trains other weights. Default: 1.")
  private long truthSeed = 1;

  @Option(
      names = "--networks",
      paramLabel = "N",
      description = "How many networks are scored. Default: 300, or as the preset says.")
  private Optional<Integer> networks = Optional.empty();

  @Option(
      names = "--sampling",
      paramLabel = "KIND",
      description = "stratified by multiply-adds (default), or random.")
  private String sampling = SAMPLINGS.getFirst();

  @Option(
      names = "--sample-seed",
      paramLabel = "N",
      description = "Another seed scores other networks. Default: 1.")
  private long sampleSeed = 1;

  @Option(
      names = "--recalibrate",
      paramLabel = "N|off",
      split = ",",
      description =
          "Train batches over which batch norms are measured anew before a network is "
              + "scored, off for none; several with commas, to score in each way. Default: "
              + "20, or as the preset says.")
  private List<String> recalibrations = new ArrayList<>();

  RankCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    RankPreset standard = RankPreset.named(preset);
    String known = truth.orElse(standard.truth());
    Map<String, Object> rank = new LinkedHashMap<>();
    rank.put("truth", known);
    rank.put("networks", networks.orElse(standard.networks()));
    if (!SAMPLINGS.contains(sampling)) {
      throw new RequestRefused(
          "--sampling %s: it is %s".formatted(sampling, String.join(" or ", SAMPLINGS)));
    }
    rank.put("sampling", sampling.toUpperCase(Locale.ROOT));
    rank.put("sampleSeed", sampleSeed);
    StudyInput input = options.input(standard.settings(known));
    if (known.equals(RankPreset.TRAIN)) {
      rank.put(StudyInput.TRAINED, input.trained(truthSeed));
    }
    rank.put(
        "recalibrationBatches",
        recalibrations.isEmpty()
            ? List.of(input.recalibrationBatches())
            : recalibrations.stream().map(RankCommand::batches).toList());
    return options.run("rank", input.settings("rank", rank));
  }

  private static int batches(String text) {
    try {
      int batches = text.equals(OFF) ? 0 : Integer.parseInt(text);
      if (batches >= 0) {
        return batches;
      }
    } catch (NumberFormatException none) {
      throw refused(text);
    }
    throw refused(text);
  }

  private static RequestRefused refused(String text) {
    return new RequestRefused(
        "--recalibrate %s: it is a number of batches, or off".formatted(text));
  }
}
