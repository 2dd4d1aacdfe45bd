package io.scarlet.supernet.training;

/** How gradients change weights. */
public sealed interface Optimizer {

  /** How much of its way an update keeps, [0, 1). */
  double momentum();

  /**
   * Stochastic gradient descent with momentum.
   *
   * @param momentum [0, 1)
   */
  record Sgd(double momentum) implements Optimizer {
    public Sgd {
      check(momentum);
    }
  }

  /**
   * RMSProp with momentum (Tieleman and Hinton 2012), as TensorFlow has it.
   *
   * @param momentum [0, 1)
   * @param keep share of the mean of squares that a step keeps, [0, 1)
   * @param epsilon what keeps the division finite, within the root, above 0
   */
  record RmsProp(double momentum, double keep, double epsilon) implements Optimizer {

    /** What the networks of MnasNet (arXiv 1807.11626) and of ScarletNAS were trained with. */
    public RmsProp(double momentum) {
      this(momentum, 0.9, 1e-3);
    }

    public RmsProp {
      check(momentum);
      if (!(keep >= 0 && keep < 1 && epsilon > 0)) {
        throw new IllegalArgumentException(
            "RMSProp keeps a share in [0, 1) and has an epsilon above 0, got "
                + keep
                + " and "
                + epsilon);
      }
    }
  }

  private static void check(double momentum) {
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum lies in [0, 1), got " + momentum);
    }
  }
}
