package io.scarlet.supernet.standalone;

import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.training.Optimizer;
import io.scarlet.supernet.training.RateDecay;
import io.scarlet.supernet.training.TrainingSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a network is trained by itself.
 *
 * @param training as for a supernet, which has one path here; what is skipped stays skipped
 * @param dropout share of the features ahead of the classifier that a step leaves out, [0, 1)
 */
public record Recipe(TrainingSettings training, double dropout) {

  public Recipe {
    if (training.skip() != SkipTraining.IDENTITY) {
      throw new IllegalArgumentException("a network by itself has nothing where it skips");
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("a dropout lies in [0, 1), got " + dropout);
    }
  }

  /** As text by setting. */
  public Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("epochs", Integer.toString(training.epochs()));
    facts.put("batch", Integer.toString(training.batch()));
    switch (training.optimizer()) {
      case Optimizer.Sgd _ -> facts.put("optimizer", "SGD");
      case Optimizer.RmsProp(double _, double keep, double epsilon) -> {
        facts.put("optimizer", "RMSPROP");
        facts.put("squaresDecay", Double.toString(keep));
        facts.put("epsilon", Double.toString(epsilon));
      }
    }
    facts.put("learningRate", Double.toString(training.learningRate()));
    switch (training.decay()) {
      case RateDecay.Cosine() -> facts.put("schedule", "COSINE");
      case RateDecay.Exponential(double factor, double epochs) -> {
        facts.put("schedule", "EXPONENTIAL");
        facts.put("rateFactor", Double.toString(factor));
        facts.put("rateFactorEpochs", Double.toString(epochs));
      }
    }
    facts.put("warmupEpochs", Double.toString(training.warmupEpochs()));
    facts.put("momentum", Double.toString(training.optimizer().momentum()));
    facts.put("weightDecay", Double.toString(training.weightDecay()));
    facts.put("labelSmoothing", Double.toString(training.labelSmoothing()));
    facts.put("dropout", Double.toString(dropout));
    facts.put("averageDecay", Double.toString(training.averageDecay()));
    facts.put("cropPadding", Integer.toString(training.augmentation().padding()));
    facts.put("flip", Boolean.toString(training.augmentation().flip()));
    return facts;
  }
}
