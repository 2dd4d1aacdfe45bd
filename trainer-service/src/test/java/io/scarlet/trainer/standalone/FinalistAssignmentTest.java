package io.scarlet.trainer.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.events.DataSettings;
import io.scarlet.events.FinalistChosen;
import io.scarlet.events.FinalistSettings;
import io.scarlet.events.Optimizer;
import io.scarlet.events.RateSchedule;
import io.scarlet.space.io.Presets;
import io.scarlet.supernet.data.Augmentation;
import io.scarlet.supernet.model.DataSource;
import io.scarlet.supernet.standalone.Assignment;
import io.scarlet.supernet.training.RateDecay;
import io.scarlet.supernet.training.TrainingSettings;
import org.junit.jupiter.api.Test;

class FinalistAssignmentTest {

  private static FinalistChosen.Builder chosen() {
    return FinalistChosen.newBuilder()
        .setSearchId("quick-1")
        .setCandidateId("quick-1-g003-s07")
        .setCode("2111313")
        .setWhy("knee")
        .setAccuracy(0.873)
        .setCheckpointSha256("ab12")
        .setSeed(5)
        .setSpace(Presets.yaml("fashion-quick").orElseThrow());
  }

  @Test
  void a_finalist_is_trained_as_its_event_says() {
    FinalistSettings recipe =
        FinalistSettings.newBuilder()
            .setEpochs(40)
            .setBatch(64)
            .setOptimizer(Optimizer.RMSPROP)
            .setLearningRate(0.016)
            .setSchedule(RateSchedule.EXPONENTIAL)
            .setWarmupEpochs(5)
            .setMomentum(0.8)
            .setWeightDecay(1e-5)
            .setLabelSmoothing(0.2)
            .setDropout(0.3)
            .setAverageDecay(0.999)
            .setCropPadding(4)
            .setFlip(false)
            .build();
    DataSettings data =
        DataSettings.newBuilder().setSet("here").setSha256("cd34").setValidationPictures(7).build();

    Assignment assignment = FinalistAssignment.of(chosen().setRecipe(recipe).setData(data).build());

    assertThat(assignment.data()).isEqualTo(new DataSource("here", "cd34", 7));
    assertThat(assignment.code()).isEqualTo("2111313");
    assertThat(assignment.seed()).isEqualTo(5);
    assertThat(assignment.origin())
        .containsEntry("search", "quick-1")
        .containsEntry("candidate", "quick-1-g003-s07")
        .containsEntry("why", "knee")
        .containsEntry("supernet.accuracy", "0.873");
    TrainingSettings training = assignment.recipe().training();
    assertThat(assignment.recipe().dropout()).isEqualTo(0.3);
    assertThat(training.epochs()).isEqualTo(40);
    assertThat(training.batch()).isEqualTo(64);
    assertThat(training.optimizer())
        .isEqualTo(new io.scarlet.supernet.training.Optimizer.RmsProp(0.8));
    assertThat(training.learningRate()).isEqualTo(0.016);
    assertThat(training.decay()).isEqualTo(new RateDecay.Exponential());
    assertThat(training.warmupEpochs()).isEqualTo(5);
    assertThat(training.weightDecay()).isEqualTo(1e-5);
    assertThat(training.labelSmoothing()).isEqualTo(0.2);
    assertThat(training.averageDecay()).isEqualTo(0.999);
    assertThat(training.augmentation()).isEqualTo(new Augmentation(4, false));
  }

  @Test
  void an_event_without_data_or_recipe_is_refused() {
    FinalistChosen bare = chosen().build();

    assertThatThrownBy(() -> FinalistAssignment.of(bare))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the finalist quick-1-g003-s07 comes without data or recipe");
  }
}
