package io.scarlet.trainer.standalone;

import io.scarlet.events.DataSettings;
import io.scarlet.events.FinalistChosen;
import io.scarlet.events.FinalistSettings;
import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.data.Augmentation;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.data.io.DataSets;
import io.scarlet.supernet.model.DataSource;
import io.scarlet.supernet.sampling.UniformSampling;
import io.scarlet.supernet.standalone.Assignment;
import io.scarlet.supernet.standalone.Recipe;
import io.scarlet.supernet.training.Optimizer;
import io.scarlet.supernet.training.RateDecay;
import io.scarlet.supernet.training.TrainingSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the choice of a finalist asks of the core. */
public final class FinalistAssignment {

  private FinalistAssignment() {}

  /**
   * From the event.
   *
   * @throws IllegalArgumentException if a setting is out of its range, or the event says neither
   *     data nor recipe
   */
  public static Assignment of(FinalistChosen event) {
    DataSettings data = event.getData();
    if (data == null || event.getRecipe() == null) {
      throw new IllegalArgumentException(
          "the finalist " + event.getCandidateId() + " comes without data or recipe");
    }
    return new Assignment(
        event.getSpace(),
        event.getCode(),
        event.getSeed(),
        new DataSource(data.getSet(), data.getSha256(), data.getValidationPictures()),
        recipe(event.getRecipe()),
        origin(event));
  }

  /**
   * The same with the hash of its pictures: a model says on which it was trained, whether or not
   * somebody asked for them.
   *
   * @throws DataFormatException if they are not there
   */
  public static Assignment withHash(Assignment asked) throws DataFormatException {
    DataSource data = asked.data();
    return data.sha256().isEmpty()
        ? asked.on(
            new DataSource(data.set(), DataSets.sha256(data.set()), data.validationPictures()))
        : asked;
  }

  private static Recipe recipe(FinalistSettings settings) {
    return new Recipe(
        new TrainingSettings(
            settings.getEpochs(),
            settings.getBatch(),
            settings.getLearningRate(),
            settings.getWarmupEpochs(),
            switch (settings.getSchedule()) {
              case COSINE -> new RateDecay.Cosine();
              case EXPONENTIAL -> new RateDecay.Exponential();
            },
            switch (settings.getOptimizer()) {
              case SGD -> new Optimizer.Sgd(settings.getMomentum());
              case RMSPROP -> new Optimizer.RmsProp(settings.getMomentum());
            },
            settings.getWeightDecay(),
            settings.getLabelSmoothing(),
            settings.getAverageDecay(),
            new Augmentation(settings.getCropPadding(), settings.getFlip()),
            new UniformSampling(),
            SkipTraining.IDENTITY),
        settings.getDropout());
  }

  private static Map<String, String> origin(FinalistChosen event) {
    Map<String, String> origin = new LinkedHashMap<>();
    put(origin, "search", event.getSearchId());
    put(origin, "candidate", event.getCandidateId());
    put(origin, "why", event.getWhy());
    put(origin, "supernet.sha256", event.getCheckpointSha256());
    if (event.getAccuracy() != null) {
      origin.put("supernet.accuracy", event.getAccuracy().toString());
    }
    return origin;
  }

  private static void put(Map<String, String> origin, String name, String value) {
    if (!value.isEmpty()) {
      origin.put(name, value);
    }
  }
}
