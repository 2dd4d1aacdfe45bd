package io.scarlet.backend.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.backend.cpu.CpuBackend;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.SkipTraining;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.checkpoint.CheckpointMismatchException;
import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.data.Augmentation;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.model.DataSource;
import io.scarlet.supernet.model.Evaluation;
import io.scarlet.supernet.model.Measured;
import io.scarlet.supernet.model.ModelLayer;
import io.scarlet.supernet.model.ModelSegment;
import io.scarlet.supernet.model.TrainedModel;
import io.scarlet.supernet.sampling.UniformSampling;
import io.scarlet.supernet.standalone.Assignment;
import io.scarlet.supernet.standalone.EpochReport;
import io.scarlet.supernet.standalone.Recipe;
import io.scarlet.supernet.standalone.StandaloneTraining;
import io.scarlet.supernet.standalone.io.TrainingFolder;
import io.scarlet.supernet.training.Optimizer;
import io.scarlet.supernet.training.RateDecay;
import io.scarlet.supernet.training.StepReport;
import io.scarlet.supernet.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network by itself, from its first step to the model. */
class StandaloneTrainingTest {

  private static final DataSplits ALL = Tiny.pictures();
  private static final DataSplits DATA =
      new DataSplits(
          ALL.train(),
          ALL.validation(),
          ALL.test().select(IntStream.range(0, 200).map(i -> 10 * i).toArray()));
  private static final Recipe SGD =
      recipe(new Optimizer.Sgd(0.9), 0.1, new RateDecay.Cosine(), 0, 0);

  /** With all that a step can remember. */
  private static final Recipe RMSPROP =
      recipe(new Optimizer.RmsProp(0.9), 0.005, new RateDecay.Exponential(0.9, 1), 0.2, 0.9);

  @TempDir private Path folder;

  private static Recipe recipe(
      Optimizer optimizer, double rate, RateDecay decay, double dropout, double averageDecay) {
    TrainingSettings training =
        new TrainingSettings(
            3,
            40,
            rate,
            0.2,
            decay,
            optimizer,
            1e-4,
            0.1,
            averageDecay,
            new Augmentation(2, true),
            new UniformSampling(),
            SkipTraining.IDENTITY);
    return new Recipe(training, dropout);
  }

  private static Assignment assignment(String code, Recipe recipe) {
    DataSource data = new DataSource("fashion-mnist-excerpt", "", 0);
    return new Assignment(Tiny.TEXT, code, 7, data, recipe, Map.of("search", "tiny-1"));
  }

  private TrainingFolder take(String name) throws IOException {
    return TrainingFolder.take(folder.resolve(name), epoch -> {});
  }

  private TrainedModel train(Assignment assignment, Backend backend, String name)
      throws IOException {
    try (TrainingFolder at = take(name)) {
      return new StandaloneTraining(assignment, DATA, backend)
          .run(at, step -> {}, () -> false)
          .orElseThrow();
    }
  }

  private Path written(TrainedModel model, String name) throws IOException {
    try (TrainingFolder at = take(name)) {
      return at.write(model);
    }
  }

  @Test
  void aNetworkLearnsAndSaysHowWellItDoesOnUnseenPictures() throws IOException {
    try (Backend backend = new CpuBackend(2)) {
      Measured test = train(assignment("02", SGD), backend, "a").facts().test();

      assertThat(test.split()).isEqualTo("test");
      assertThat(test.pictures()).isEqualTo(200);
      assertThat(test.accuracy()).isGreaterThan(0.4);
      assertThat(test.loss()).isLessThan(2);
    }
  }

  /** R3: the optimizer's and the average's memory are part of a checkpoint. */
  @Test
  void aTrainingThatIsCutOffEndsWithTheBytesOfOneThatIsNot() throws IOException {
    for (Recipe recipe : List.of(SGD, RMSPROP)) {
      Assignment assignment = assignment("10", recipe);
      try (Backend backend = new CpuBackend(2)) {
        String whole = "whole-" + recipe.dropout();
        Path expected = written(train(assignment, backend, whole), whole);

        String name = "interrupted-" + recipe.dropout();
        List<StepReport> steps = new ArrayList<>();
        try (TrainingFolder interrupted = take(name)) {
          Optional<TrainedModel> none =
              new StandaloneTraining(assignment, DATA, backend)
                  .run(interrupted, steps::add, () -> steps.size() == 30);
          assertThat(none).isEmpty();
          assertThat(interrupted.newest().orElseThrow().facts()).containsEntry("step", "20");
        }
        TrainedModel resumed = train(assignment, backend, name);

        assertThat(written(resumed, name)).hasSameBinaryContentAs(expected);
        assertThat(train(assignment, backend, name).facts()).isEqualTo(resumed.facts());
      }
    }
  }

  /** R2: so does the number of threads. */
  @Test
  void oneTwoAndThreeThreadsGiveTheSameBytes() throws IOException {
    List<Path> files = new ArrayList<>();
    for (int threads = 1; threads <= 3; threads++) {
      try (Backend backend = new CpuBackend(threads)) {
        String name = "threads-" + threads;
        files.add(written(train(assignment("01", RMSPROP), backend, name), name));
      }
    }
    assertThat(files.get(1)).hasSameBinaryContentAs(files.get(0));
    assertThat(files.get(2)).hasSameBinaryContentAs(files.get(0));
  }

  @Test
  void aModelThatIsReadBackGivesTheAccuracyThatItNames() throws IOException {
    try (Backend backend = new CpuBackend(1)) {
      TrainedModel model = train(assignment("11", RMSPROP), backend, "a");
      TrainedModel read = TrainedModel.read(SafetensorsFile.read(written(model, "a")));

      Evaluation evaluation = read.on(backend).evaluate(DATA.test());

      assertThat(read.facts()).isEqualTo(model.facts());
      assertThat(Measured.of("test", evaluation)).isEqualTo(model.facts().test());
      double weighted =
          IntStream.range(0, 10)
              .mapToDouble(label -> evaluation.recall(label) * evaluation.pictures(label))
              .sum();
      assertThat(weighted / 200).isCloseTo(evaluation.accuracy(), within(1e-9));
    }
  }

  @Test
  void theLogitsOfAPictureDoNotDependOnThoseBesideIt() throws IOException {
    try (Backend backend = new CpuBackend(2)) {
      var classifier = train(assignment("00", SGD), backend, "a").on(backend);
      float[] pictures = new float[300 * 784];
      for (int i = 0; i < pictures.length; i++) {
        pictures[i] = (i * 7_919 % 1_009) / 500f - 1;
      }
      float[] last = new float[784];
      System.arraycopy(pictures, 299 * 784, last, 0, 784);

      float[] together = classifier.logits(pictures);

      assertThat(together).hasSize(3_000);
      assertThat(classifier.logits(last))
          .containsExactly(Arrays.copyOfRange(together, 2_990, 3_000));
    }
  }

  @Test
  void theTensorsOfAModelStandByItsOperatorsInOrder() throws IOException {
    try (Backend backend = new CpuBackend(1)) {
      TrainedModel model = train(assignment("12", RMSPROP), backend, "a");

      List<ModelSegment> segments = model.segments();

      assertThat(segments).hasSize(4);
      assertThat(segments.get(2).layers()).isEmpty();
      assertThat(segments.stream().flatMap(s -> s.layers().stream()).map(ModelLayer::operator))
          .noneMatch(Operator.Dropout.class::isInstance);
      long stored =
          segments.stream()
              .flatMap(segment -> segment.layers().stream())
              .mapToLong(layer -> layer.tensors().size())
              .sum();
      assertThat(stored).isEqualTo(model.stored().stored().size());
      assertThat(segments.get(1).layers().get(1).tensors().keySet())
          .containsExactly("scale", "shift", "running_mean", "running_variance");
      assertThat(segments.getLast().layers().getLast().tensors().get("weight").shape())
          .containsExactly(1, 1, 24, 10);
    }
  }

  @Test
  void anAverageOfWeightsIsNotTheLastWeights() throws IOException {
    Recipe plain = recipe(new Optimizer.Sgd(0.9), 0.1, new RateDecay.Cosine(), 0, 0);
    Recipe averaged = recipe(new Optimizer.Sgd(0.9), 0.1, new RateDecay.Cosine(), 0, 0.9);
    try (Backend backend = new CpuBackend(2)) {
      SupernetCheckpoint last = train(assignment("00", plain), backend, "a").stored();
      SupernetCheckpoint mean = train(assignment("00", averaged), backend, "b").stored();

      assertThat(mean.stored().keySet()).isEqualTo(last.stored().keySet());
      assertThat(mean.tensors().get("stem.0.weight"))
          .isNotEqualTo(last.tensors().get("stem.0.weight"));
    }
  }

  @Test
  void whereTheDataHasNoTestPicturesThoseOfTheValidationSplitAreNamed() throws IOException {
    DataSplits untested =
        new DataSplits(DATA.train(), DATA.validation(), DATA.test().select(new int[0]));
    try (Backend backend = new CpuBackend(2)) {
      Assignment assignment = assignment("00", SGD);
      try (TrainingFolder at = take("a")) {
        TrainedModel model =
            new StandaloneTraining(assignment, untested, backend)
                .run(at, step -> {}, () -> false)
                .orElseThrow();

        assertThat(model.facts().test().split()).isEqualTo("validation");
        assertThat(model.facts().validation()).contains(model.facts().test());
      }
    }
  }

  @Test
  void aCheckpointOfAnotherTrainingIsRefused() throws IOException {
    try (Backend backend = new CpuBackend(2)) {
      train(assignment("00", SGD), backend, "used");

      assertThatThrownBy(() -> train(assignment("01", SGD), backend, "used"))
          .isInstanceOf(CheckpointMismatchException.class)
          .hasMessage("the checkpoint is of another training: its code is 00, not 01");
      assertThatThrownBy(() -> train(assignment("00", RMSPROP), backend, "used"))
          .hasMessageContaining("its recipe.optimizer is SGD, not RMSPROP");
    }
  }

  @Test
  void aFolderBelongsToOneTrainingAtATime() throws IOException {
    try (TrainingFolder mine = take("a")) {
      assertThatThrownBy(() -> take("a"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another training runs in")
          .hasMessageContaining("name another folder");
      assertThat(mine.newest()).isEmpty();
    }
    take("a").close();
  }

  @Test
  void eachEpochIsKeptBeforeItIsTold() throws IOException {
    List<EpochReport> told = new ArrayList<>();
    Path kept = folder.resolve("a");
    try (Backend backend = new CpuBackend(2);
        TrainingFolder at =
            TrainingFolder.take(
                kept,
                epoch -> {
                  assertThat(kept.resolve("checkpoint.safetensors")).exists();
                  told.add(epoch);
                })) {
      new StandaloneTraining(assignment("00", SGD), DATA, backend).run(at, step -> {}, () -> false);
    }
    assertThat(told).extracting(EpochReport::epoch).containsExactly(1, 2, 3);
    assertThat(told).extracting(EpochReport::step).containsExactly(20L, 40L, 60L);
    assertThat(told.getLast().accuracy()).isGreaterThan(told.getFirst().accuracy());
  }

  @Test
  void aFixedSpaceIsItsOwnNetwork() {
    SearchSpace derived = assignment("12", SGD).network();

    assertThat(derived.layers()).allSatisfy(layer -> assertThat(layer.choices()).hasSize(1));
    assertThat(derived.derive(derived.onlyArchitecture().orElseThrow())).isEqualTo(derived);
  }
}
