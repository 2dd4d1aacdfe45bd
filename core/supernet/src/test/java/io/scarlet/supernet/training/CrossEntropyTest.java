package io.scarlet.supernet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.supernet.random.Draws;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CrossEntropyTest {

  private static float[] logits(int pictures, int classes, long seed) {
    Draws draws = Draws.of(seed, "logits");
    float[] logits = new float[pictures * classes];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (3 * draws.normal(i));
    }
    return logits;
  }

  private static int[] labels(int pictures, int classes, long seed) {
    Draws draws = Draws.of(seed, "labels");
    int[] labels = new int[pictures];
    for (int i = 0; i < pictures; i++) {
      labels[i] = draws.below(classes, i);
    }
    return labels;
  }

  /** {@code -sum over classes of target * log(softmax)}, as it is written in a textbook. */
  private static double direct(float[] logits, int[] labels, int classes, double smoothing) {
    double loss = 0;
    for (int i = 0; i < labels.length; i++) {
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        sum += Math.exp(logits[i * classes + c]);
      }
      for (int c = 0; c < classes; c++) {
        double target = smoothing / classes + (c == labels[i] ? 1 - smoothing : 0);
        loss -= target * Math.log(Math.exp(logits[i * classes + c]) / sum);
      }
    }
    return loss / labels.length;
  }

  @Property(tries = 100)
  void theLossIsTheDirectFormulaAndTheGradientItsDerivative(
      @ForAll @IntRange(min = 1, max = 5) int pictures,
      @ForAll @IntRange(min = 2, max = 7) int classes,
      @ForAll @DoubleRange(min = 0, max = 0.9) double smoothing,
      @ForAll long seed) {
    float[] logits = logits(pictures, classes, seed);
    int[] labels = labels(pictures, classes, seed);
    float[] gradient = new float[logits.length];
    double loss = new CrossEntropy(classes, smoothing).measure(logits, labels, gradient).loss();
    assertThat(loss).isCloseTo(direct(logits, labels, classes, smoothing), within(1e-9));
    for (int i = 0; i < logits.length; i++) {
      float value = logits[i];
      logits[i] = value + 1e-2f;
      double above = direct(logits, labels, classes, smoothing);
      double step = logits[i];
      logits[i] = value - 1e-2f;
      double below = direct(logits, labels, classes, smoothing);
      step -= logits[i];
      logits[i] = value;
      assertThat((double) gradient[i]).isCloseTo((above - below) / step, within(1e-4));
    }
  }

  @Test
  void evenLogitsAreWorthTheLogarithmOfTheClasses() {
    CrossEntropy.Result result =
        new CrossEntropy(10, 0.1).measure(new float[20], new int[] {0, 3}, new float[20]);
    assertThat(result.loss()).isCloseTo(Math.log(10), within(1e-12));
    assertThat(result.correct()).isEqualTo(1);
  }

  @Test
  void hugeLogitsDoNotOverflow() {
    float[] gradient = new float[3];
    CrossEntropy.Result result =
        new CrossEntropy(3, 0).measure(new float[] {1e4f, 0, -1e4f}, new int[] {1}, gradient);
    assertThat(result.loss()).isEqualTo(1e4);
    assertThat(result.correct()).isZero();
    assertThat(gradient).containsExactly(1, -1, 0);
  }

  @Test
  void logitsThatAreNoNumbersGiveALossThatIsNone() {
    float[] logits = {Float.NaN, 1};
    double loss = new CrossEntropy(2, 0).measure(logits, new int[] {1}, new float[2]).loss();
    assertThat(loss).isNaN();
  }
}
