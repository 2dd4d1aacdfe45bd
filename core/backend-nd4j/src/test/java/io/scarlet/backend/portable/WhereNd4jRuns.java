package io.scarlet.backend.portable;

import io.scarlet.supernet.backend.Availability;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips tests of a build for GPUs on a machine without one. A build for the processor runs
 * everywhere, so there a library that does not load is a failure.
 */
final class WhereNd4jRuns implements ExecutionCondition, SkipExecutionHook {

  private static final String ON_GPU = "org/nd4j/linalg/jcublas/JCublasBackend.class";
  private static final Availability HERE = here();

  private static Availability here() {
    return ClassLoader.getSystemResource(ON_GPU) == null
        ? Availability.yes("built for the processor")
        : new PortableBackendProvider().availability();
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return HERE.available()
        ? ConditionEvaluationResult.enabled(HERE.reason())
        : ConditionEvaluationResult.disabled("needs a GPU: " + HERE.reason());
  }

  @Override
  public SkipResult shouldBeSkipped(LifecycleContext context) {
    return HERE.available()
        ? SkipResult.doNotSkip()
        : SkipResult.skip("needs a GPU: " + HERE.reason());
  }
}
