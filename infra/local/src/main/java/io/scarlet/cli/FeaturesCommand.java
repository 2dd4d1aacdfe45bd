package io.scarlet.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scarlet features}: how alike the outputs of a layer's parallel choices are. */
@Command(
    name = "features",
    description = {
      "Compares what the choices of a layer make of the same features.",
      "Takes a trained supernet, or trains one: cosine similarities, averaged over pictures and",
      "over random paths that lead to the layer.",
      "docs/evidence/README.md says how to read the figures."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class FeaturesCommand implements Callable<Integer> {

  @Mixin private StudyOptions options;

  @Option(
      names = "--layer",
      paramLabel = "N",
      description =
          "The searchable layer, from 1. Default: the third or, where that has no skip, "
              + "the next that has one.")
  private int layer;

  @Option(names = "--paths", paramLabel = "N", description = "Random paths. Default: 20.")
  private int paths = 20;

  @Option(
      names = "--pictures",
      paramLabel = "N",
      description = "Pictures that each path sees, of those held out of training. Default: 100.")
  private int pictures = 100;

  FeaturesCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<String, Object> features = new LinkedHashMap<>();
    features.put("layer", layer);
    features.put("paths", paths);
    features.put("pictures", pictures);
    return options.run("features", options.input().settings("features", features));
  }
}
