package io.scarlet.study.settings;

import io.scarlet.space.SearchSpace;
import java.util.List;

/**
 * The supernets of a study.
 *
 * @param spaceText the search space as its YAML text
 * @param space the same, read
 * @param pictures to train and to score on
 * @param origin how the study comes by them
 * @param seeds of their trainings, one a supernet
 */
public record SupernetSettings(
    String spaceText,
    SearchSpace space,
    PictureSettings pictures,
    Origin origin,
    List<Long> seeds) {

  public SupernetSettings {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty() || seeds.stream().distinct().count() != seeds.size()) {
      throw new StudyRefused("a study needs one seed or more, each once, got " + seeds);
    }
  }
}
