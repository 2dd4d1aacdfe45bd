package io.scarlet.cli;

import io.scarlet.cli.io.RequestPresets;
import io.scarlet.cli.io.StudyInput;
import io.scarlet.request.Place;
import io.scarlet.request.RequestRefused;
import io.scarlet.request.Written;
import io.scarlet.space.io.NearestName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A space, pictures and a truth that belong together: what a study of ranks has where it is not
 * told otherwise.
 *
 * @param settings as a request has them; without pictures where none ship with the project
 * @param truth as {@code --truth} takes it
 * @param networks that are scored
 */
record RankPreset(Written.Mapping settings, String truth, int networks) {

  /** The truth that a study finds out by itself. */
  static final String TRAIN = "train";

  /** What a study has without a preset. */
  static final String STANDARD = "nas-bench-macro";

  private static final String QUICK = "fashion-quick";

  private static final Map<String, Supplier<RankPreset>> PRESETS =
      new TreeMap<>(
          Map.of(STANDARD, RankPreset::measuredNetworks, QUICK, RankPreset::trainedNetworks));

  /**
   * The preset of a name.
   *
   * @throws RequestRefused naming the nearest where there is none of the name
   */
  static RankPreset named(String name) {
    Supplier<RankPreset> preset = PRESETS.get(name);
    if (preset == null) {
      throw new RequestRefused(
          "--preset %s: there is no such study%s There are %s"
              .formatted(
                  name,
                  NearestName.question(name, List.copyOf(PRESETS.keySet())),
                  String.join(", ", PRESETS.keySet())));
    }
    return preset.get();
  }

  private static RankPreset measuredNetworks() {
    return new RankPreset(
        Written.Mapping.empty(new Place("preset " + STANDARD)), "nas-bench-macro-cifar10", 300);
  }

  /**
   * The supernet of the search of the same name; thirty trainings of its default length are long.
   */
  private static RankPreset trainedNetworks() {
    Written.Scalar epochs = new Written.Scalar(new Place("preset " + QUICK), "10", false);
    Written.Mapping settings =
        RequestPresets.written(QUICK).with(List.of(StudyInput.RECIPE, "epochs"), epochs);
    return new RankPreset(settings, TRAIN, 30);
  }

  /** The settings that count with another truth: a recipe goes with one that is trained only. */
  Written.Mapping settings(String otherTruth) {
    return otherTruth.equals(TRAIN) ? settings : settings.without(StudyInput.RECIPE);
  }
}
