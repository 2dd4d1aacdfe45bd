package io.scarlet.supernet.training;

/** The loss is not a number any more: the learning rate was too high for this network. */
public final class DivergedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  DivergedException(long step, double learningRate) {
    super(
        "the training diverged at step "
            + step
            + ": the loss is not a number; lower the setting learningRate, now "
            + learningRate);
  }
}
