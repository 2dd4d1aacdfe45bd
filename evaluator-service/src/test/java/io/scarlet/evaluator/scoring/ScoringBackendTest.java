package io.scarlet.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.scarlet.evaluator.settings.EvaluatorSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class ScoringBackendTest {

  private static ScoringBackend started(String backend) {
    EvaluatorSettings settings =
        new SmallRyeConfigBuilder()
            .withMapping(EvaluatorSettings.class)
            .withDefaultValue("scarlet.registry.url", "http://nowhere")
            .withDefaultValue("scarlet.evaluator.patience", "PT1S")
            .withDefaultValue("scarlet.evaluator.lock", "PT60S")
            .withDefaultValue("scarlet.evaluator.backend", backend)
            .build()
            .getConfigMapping(EvaluatorSettings.class);
    ScoringBackend started = new ScoringBackend(settings);
    started.choose(new StartupEvent());
    return started;
  }

  @Test
  void theBackendOfTheBuildIsFoundAndTheSameAtEveryCall() throws NotScorableException {
    ScoringBackend backend = started("cpu");
    try {
      assertThat(backend.open()).isSameAs(backend.open());
    } finally {
      backend.close();
    }
  }

  @Test
  void anEvaluatorToldToComputeNothingFailsCandidatesOfASupernetWithWhatToSet() {
    assertThatThrownBy(() -> started("none").open())
        .isInstanceOf(NotScorableException.class)
        .hasMessage("this evaluator scores by tables only: set scarlet.evaluator.backend=auto");
  }
}
