package io.scarlet.supernet.layer;

import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;

/**
 * Weights that training changes, with their gradient and the velocity of SGD. The gradients of all
 * paths of a step add up; weights that no path of a step used are left alone.
 */
public final class Parameter {

  private final String name;
  private final boolean decays;
  private final Tensor value;
  private final Tensor gradient;
  private final Tensor velocity;
  private boolean touched;

  /**
   * @param decays whether weight decay applies: to weights of convolutions and linear layers, not
   *     to batch norms and biases
   */
  Parameter(String name, boolean decays, Backend backend, float[] initial) {
    this.name = name;
    this.decays = decays;
    value = backend.allocate(initial.length);
    value.write(initial);
    gradient = backend.allocate(initial.length);
    velocity = backend.allocate(initial.length);
  }

  /** Where in the network it is, {@code layers.3.choices.2.1.weight} for instance. */
  public String name() {
    return name;
  }

  public boolean decays() {
    return decays;
  }

  public Tensor value() {
    return value;
  }

  public Tensor gradient() {
    return gradient;
  }

  public Tensor velocity() {
    return velocity;
  }

  /** Whether a path of this step has written the gradient. */
  public boolean touched() {
    return touched;
  }

  /** Marks the gradient as written, and tells whether it already was and must be added to. */
  boolean touch() {
    boolean before = touched;
    touched = true;
    return before;
  }

  /** Starts a new step. */
  public void forgetGradient() {
    touched = false;
  }
}
