package io.scarlet.study.settings;

import io.scarlet.space.SearchSpace;
import io.scarlet.supernet.training.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the supernets of a study come from.
 *
 * @param spaceText the search space as its YAML text
 * @param space the same, read
 * @param pictures to train and to score on
 * @param training how each is trained, unless there is a checkpoint
 * @param seeds of the trainings, one a supernet; that of the checkpoint where there is one
 * @param checkpoint a supernet that is trained already
 */
public record SupernetSettings(
    String spaceText,
    SearchSpace space,
    PictureSettings pictures,
    TrainingSettings training,
    List<Long> seeds,
    Optional<Path> checkpoint) {

  public SupernetSettings {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty() || seeds.stream().distinct().count() != seeds.size()) {
      throw new StudyRefused("a study needs one seed or more, each once, got " + seeds);
    }
  }
}
