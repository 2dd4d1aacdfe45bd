package io.scarlet.cli;

import io.scarlet.request.RequestRefused;
import io.scarlet.space.io.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A space, pictures and a truth that belong together: what a study of ranks has where it is not
 * told otherwise.
 *
 * @param space that supernets train in
 * @param settings as {@code --set} takes them; without pictures where none ship with the project
 * @param truth as {@code --truth} takes it
 * @param networks that are scored
 */
record RankPreset(String space, List<String> settings, String truth, int networks) {

  /** The truth that a study finds out by itself. */
  static final String TRAIN = "train";

  /** What a study has without a preset. */
  static final String STANDARD = "nas-bench-macro";

  private static final Map<String, RankPreset> PRESETS = presets();

  RankPreset {
    settings = List.copyOf(settings);
  }

  private static Map<String, RankPreset> presets() {
    Map<String, RankPreset> presets = new LinkedHashMap<>();
    presets.put(
        STANDARD,
        new RankPreset(StudyOptions.STANDARD_SPACE, List.of(), "nas-bench-macro-cifar10", 300));
    presets.put(
        "fashion-quick",
        new RankPreset(
            "fashion-quick",
            List.of(
                "data.set=fashion-mnist-excerpt",
                "training.epochs=12",
                "training.flip=false",
                "training.cropPadding=0",
                "finalists.epochs=10"),
            TRAIN,
            30));
    return presets;
  }

  /**
   * The preset of a name.
   *
   * @throws RequestRefused naming the nearest where there is none of the name
   */
  static RankPreset named(String name) {
    RankPreset preset = PRESETS.get(name);
    if (preset == null) {
      throw new RequestRefused(
          "--preset %s: there is no such study%s There are %s"
              .formatted(
                  name,
                  NearestName.question(name, List.copyOf(PRESETS.keySet())),
                  String.join(", ", PRESETS.keySet())));
    }
    return preset;
  }

  /** The settings that count with another truth: a recipe goes with one that is trained only. */
  List<String> settings(String otherTruth) {
    return settings.stream()
        .filter(setting -> otherTruth.equals(TRAIN) || !setting.startsWith("finalists."))
        .toList();
  }
}
