package io.scarlet.study;

import io.scarlet.space.SearchableLayer;
import io.scarlet.study.feature.FeatureProbe;
import io.scarlet.study.feature.Similarity;
import io.scarlet.study.io.StudyFolder;
import io.scarlet.study.progress.Progress;
import io.scarlet.study.settings.FeatureSettings;
import io.scarlet.study.settings.StudyRefused;
import io.scarlet.study.settings.SupernetSettings;
import io.scarlet.study.supernet.Pictures;
import io.scarlet.study.supernet.TrainedSupernets;
import io.scarlet.supernet.backend.ConfiguredBackend;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.data.io.DataFormatException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** Trains supernets and compares what the choices of a layer make of the same features. */
final class FeatureRun {

  private static final int THIRD = 3;

  private final FeatureSettings settings;
  private final Supplier<ConfiguredBackend> backends;
  private final Progress progress;

  /**
   * A run.
   *
   * @param backends opens one for each supernet, whose memory goes with it
   */
  FeatureRun(FeatureSettings settings, Supplier<ConfiguredBackend> backends, Progress progress) {
    this.settings = settings;
    this.backends = backends;
    this.progress = progress;
  }

  /**
   * Trains what is not trained yet, and compares.
   *
   * @return the similarities by seed
   * @throws DataFormatException if the pictures cannot be used
   */
  SequencedMap<Long, Similarity> run(StudyFolder folder) throws IOException, DataFormatException {
    SequencedMap<Long, Similarity> similarities = new LinkedHashMap<>();
    for (long seed : settings.supernets().seeds()) {
      similarities.put(seed, compare(seed, folder));
    }
    return similarities;
  }

  private Similarity compare(long seed, StudyFolder folder)
      throws IOException, DataFormatException {
    SupernetSettings supernets = settings.supernets();
    Pictures pictures = Pictures.open(supernets.pictures(), supernets.space(), seed);
    PictureSet validation = pictures.splits().validation();
    if (validation.size() < settings.pictures()) {
      throw new StudyRefused(
          "--pictures %d: %d are held out of training"
              .formatted(settings.pictures(), validation.size()));
    }
    try (ConfiguredBackend backend = backends.get()) {
      TrainedSupernets.Trained trained =
          new TrainedSupernets(supernets, folder, backend.open(), progress).get(seed, pictures);
      return new FeatureProbe(settings.paths(), settings.pictures())
          .of(trained.restored(), layer(), validation, pictures.normalization(), seed);
    }
  }

  private int layer() {
    List<SearchableLayer> layers = settings.supernets().space().layers();
    return settings.layer() > 0
        ? settings.layer()
        : layers.stream()
            .filter(layer -> layer.number() >= THIRD && layer.skip() >= 0)
            .findFirst()
            .map(SearchableLayer::number)
            .orElse(Math.min(THIRD, layers.size()));
  }
}
