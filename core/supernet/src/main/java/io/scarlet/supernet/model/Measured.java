package io.scarlet.supernet.model;

/**
 * How well a model does on pictures.
 *
 * @param split that they are of: {@code test} or {@code validation}
 * @param pictures how many; none where nobody has measured it
 * @param accuracy share classed rightly, 0 to 1
 * @param loss mean cross entropy, nats
 */
public record Measured(String split, long pictures, double accuracy, double loss) {

  /** Of a model that nobody has measured. */
  public static Measured never() {
    return new Measured("test", 0, 0, 0);
  }

  /** The figures of an evaluation. */
  public static Measured of(String split, Evaluation evaluation) {
    return new Measured(split, evaluation.pictures(), evaluation.accuracy(), evaluation.loss());
  }
}
