package io.scarlet.study.standalone;

import io.scarlet.space.Architecture;
import io.scarlet.study.io.StudyFolder;
import io.scarlet.study.progress.Progress;
import io.scarlet.study.settings.PictureSettings;
import io.scarlet.study.settings.SupernetSettings;
import io.scarlet.study.settings.TruthSource;
import io.scarlet.study.truth.ListedAccuracies;
import io.scarlet.study.truth.Truth;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.model.DataSource;
import io.scarlet.supernet.model.TrainedModel;
import io.scarlet.supernet.standalone.Assignment;
import io.scarlet.supernet.standalone.StandaloneTraining;
import io.scarlet.supernet.standalone.io.TrainingFolder;
import io.scarlet.supernet.training.StepReport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Trains networks by themselves and measures them. What is measured is kept in the folder at once,
 * as a truth that other studies may name; a training that was cut off goes on from its last epoch.
 */
public final class TrainedAccuracies {

  private final SupernetSettings study;
  private final TruthSource.Trained source;
  private final StudyFolder folder;
  private final Backend backend;
  private final Progress progress;

  /**
   * Trainings of a study.
   *
   * @param study whose space and pictures they use
   * @param folder that keeps them
   * @param backend what computes; it stays the caller's
   */
  public TrainedAccuracies(
      SupernetSettings study,
      TruthSource.Trained source,
      StudyFolder folder,
      Backend backend,
      Progress progress) {
    this.study = study;
    this.source = source;
    this.folder = folder;
    this.backend = backend;
    this.progress = progress;
  }

  /**
   * The accuracies of these networks.
   *
   * @throws IOException if something cannot be read or kept
   * @throws DataFormatException if the pictures cannot be used
   * @throws io.scarlet.supernet.training.DivergedException if a training fails
   */
  public Truth of(List<Architecture> networks) throws IOException, DataFormatException {
    Map<Architecture, Double> known =
        new LinkedHashMap<>(folder.accuracies(study.space()).orElseGet(Map::of));
    List<Architecture> open =
        networks.stream().filter(network -> !known.containsKey(network)).toList();
    int epochs = source.recipe().training().epochs();
    Progress.Work work = progress.begin(0, (long) open.size() * epochs);
    for (int i = 0; i < open.size(); i++) {
      long before = (long) i * epochs;
      String name =
          "network %s, %d of %d".formatted(open.get(i).code(), known.size() + 1, networks.size());
      known.put(open.get(i), accuracy(open.get(i), report -> say(work, before, name, report)));
      folder.keep(known);
    }
    return new ListedAccuracies(source.title(), known);
  }

  private double accuracy(Architecture network, Consumer<StepReport> listener)
      throws IOException, DataFormatException {
    PictureSettings pictures = study.pictures();
    Assignment assignment =
        new Assignment(
            study.spaceText(),
            network.code(),
            source.seed(),
            new DataSource(pictures.set(), pictures.sha256(), pictures.validationPictures()),
            source.recipe(),
            Map.of());
    DataSplits data = assignment.data().open(assignment.network(), assignment.seed());
    try (TrainingFolder at = TrainingFolder.take(folder.training(network), _ -> {})) {
      TrainedModel model =
          new StandaloneTraining(assignment, data, backend)
              .run(at, listener, () -> false)
              .orElseThrow();
      at.write(model);
      return model.facts().test().accuracy();
    }
  }

  private void say(Progress.Work work, long before, String name, StepReport report) {
    long done = before + report.epoch() - 1;
    if (work.isDue(done)) {
      work.say(
          done,
          "%s: epoch %d of %d, loss %.3f, accuracy %.1f %%"
              .formatted(
                  name,
                  report.epoch(),
                  source.recipe().training().epochs(),
                  report.loss(),
                  100 * report.accuracy()));
    }
  }
}
