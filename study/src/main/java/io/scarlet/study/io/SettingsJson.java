package io.scarlet.study.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.study.sample.Sampling;
import io.scarlet.study.settings.FeatureSettings;
import io.scarlet.study.settings.Origin;
import io.scarlet.study.settings.PictureSettings;
import io.scarlet.study.settings.RankSettings;
import io.scarlet.study.settings.StudyRefused;
import io.scarlet.study.settings.SupernetSettings;
import io.scarlet.study.settings.TruthSource;
import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.checkpoint.CheckpointMismatchException;
import io.scarlet.supernet.checkpoint.TrainingFacts;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.data.Augmentation;
import io.scarlet.supernet.sampling.StrictFairness;
import io.scarlet.supernet.sampling.UniformSampling;
import io.scarlet.supernet.scoring.ScoringSettings;
import io.scarlet.supernet.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a study as JSON. Those of data, training and evaluation have the names that a
 * search request gives them.
 */
public final class SettingsJson {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private record Checkpoint(String file) {}

  private record Training(
      int epochs,
      int batch,
      double learningRate,
      double warmupEpochs,
      double momentum,
      double weightDecay,
      double labelSmoothing,
      int cropPadding,
      boolean flip,
      String sampling,
      String skip,
      String stabilizerInit) {}

  private record Evaluation(int recalibrationBatch, int batch) {}

  private record Rank(
      String truth,
      int networks,
      Sampling sampling,
      long sampleSeed,
      List<Integer> recalibrationBatches,
      Optional<Trained> trained) {

    TruthSource source() {
      return trained
          .<TruthSource>map(how -> new TruthSource.Trained(how.recipe().recipe(), how.seed()))
          .orElseGet(() -> new TruthSource.Known(truth));
    }
  }

  private record Trained(RecipeJson recipe, long seed) {}

  private record Features(int layer, int paths, int pictures) {}

  private record Document(
      String space,
      PictureSettings data,
      Training training,
      Evaluation evaluation,
      List<Long> seeds,
      Checkpoint checkpoint,
      Rank rank,
      Features features) {}

  private SettingsJson() {}

  /**
   * The settings of a ranking.
   *
   * @throws StudyRefused if they cannot be used, or a checkpoint that they name cannot be read
   */
  public static RankSettings rank(String json) {
    Document document = document(json);
    Rank rank = document.rank();
    return new RankSettings(
        supernets(document),
        rank.source(),
        rank.networks(),
        rank.sampling(),
        rank.sampleSeed(),
        rank.recalibrationBatches().stream()
            .map(
                batches ->
                    new ScoringSettings(
                        batches,
                        document.evaluation().recalibrationBatch(),
                        document.evaluation().batch()))
            .toList());
  }

  /**
   * The settings of a look at features.
   *
   * @throws StudyRefused if they cannot be used, or a checkpoint that they name cannot be read
   */
  public static FeatureSettings features(String json) {
    Document document = document(json);
    Features features = document.features();
    return new FeatureSettings(
        supernets(document), features.layer(), features.paths(), features.pictures());
  }

  private static Document document(String json) {
    try {
      return MAPPER.readValue(json, Document.class);
    } catch (JsonProcessingException wrong) {
      throw new StudyRefused("these are no settings of a study: " + wrong.getMessage(), wrong);
    }
  }

  private static SupernetSettings supernets(Document document) {
    if (document.checkpoint().file().isEmpty()) {
      return new SupernetSettings(
          document.space(),
          SearchSpaceYaml.read(document.space()),
          document.data(),
          new Origin.Training(training(document.training())),
          document.seeds());
    }
    Path file = Path.of(document.checkpoint().file());
    TrainingFacts facts = facts(file);
    return new SupernetSettings(
        facts.space(),
        SearchSpaceYaml.read(facts.space()),
        document.data(),
        new Origin.Checkpoint(file, facts.skip()),
        List.of(facts.seed()));
  }

  private static TrainingFacts facts(Path file) {
    try {
      return TrainingFacts.of(SafetensorsFile.read(file));
    } catch (IOException unreadable) {
      throw new StudyRefused("cannot read the checkpoint: " + unreadable.getMessage(), unreadable);
    } catch (CheckpointMismatchException foreign) {
      throw new StudyRefused(file + " is " + foreign.getMessage(), foreign);
    }
  }

  private static TrainingSettings training(Training training) {
    return new TrainingSettings(
        training.epochs(),
        training.batch(),
        training.learningRate(),
        training.warmupEpochs(),
        training.momentum(),
        training.weightDecay(),
        training.labelSmoothing(),
        new Augmentation(training.cropPadding(), training.flip()),
        training.sampling().equals("STRICT") ? new StrictFairness() : new UniformSampling(),
        skip(training));
  }

  private static SkipTraining skip(Training training) {
    if (training.skip().equals("IDENTITY")) {
      return SkipTraining.IDENTITY;
    }
    return training.stabilizerInit().equals("IDENTITY")
        ? SkipTraining.STABILIZER_FROM_IDENTITY
        : SkipTraining.STABILIZER;
  }
}
