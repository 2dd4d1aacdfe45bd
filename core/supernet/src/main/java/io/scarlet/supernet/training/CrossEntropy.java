package io.scarlet.supernet.training;

/**
 * Softmax and cross entropy with label smoothing (Szegedy et al., arXiv 1512.00567): the target
 * holds {@code smoothing / classes} everywhere and the rest at the label.
 *
 * @param classes at least 2
 * @param smoothing share of the target that is spread, [0, 1)
 */
public record CrossEntropy(int classes, double smoothing) {

  /**
   * What a batch of logits is worth.
   *
   * @param loss mean over the pictures, nats
   * @param correct pictures whose largest logit is the label's
   */
  public record Result(double loss, int correct) {}

  /**
   * Measures logits {@code [N, classes]} against labels {@code [N]}.
   *
   * @param gradient of the loss by the logits is written here, {@code [N, classes]}
   */
  public Result measure(float[] logits, int[] labels, float[] gradient) {
    double loss = 0;
    int correct = 0;
    double spread = smoothing / classes;
    for (int i = 0; i < labels.length; i++) {
      int row = i * classes;
      int best = largest(logits, row);
      double top = logits[row + best];
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        sum += StrictMath.exp(logits[row + c] - top);
      }
      double logSum = top + StrictMath.log(sum);
      for (int c = 0; c < classes; c++) {
        double target = spread + (c == labels[i] ? 1 - smoothing : 0);
        double logProbability = logits[row + c] - logSum;
        loss -= target * logProbability;
        gradient[row + c] = (float) ((StrictMath.exp(logProbability) - target) / labels.length);
      }
      correct += best == labels[i] ? 1 : 0;
    }
    return new Result(loss / labels.length, correct);
  }

  /** The class of picture {@code i} by logits {@code [N, classes]}: the first of the largest. */
  public int predicted(float[] logits, int i) {
    return largest(logits, i * classes);
  }

  private int largest(float[] logits, int row) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (logits[row + c] > logits[row + best]) {
        best = c;
      }
    }
    return best;
  }
}
