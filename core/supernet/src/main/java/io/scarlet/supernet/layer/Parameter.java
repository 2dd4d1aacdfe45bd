package io.scarlet.supernet.layer;

import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Weights that training changes, with their gradient and what the training remembers of them. The
 * gradients of all paths of a step add up; weights that no path of a step used are left alone.
 */
public final class Parameter {

  private final String name;
  private final boolean decays;
  private final Tensor value;
  private final Backend backend;
  private final List<Integer> shape;
  private Tensor gradient;
  private final Map<Slot, Tensor> slots = new EnumMap<>(Slot.class);
  private boolean touched;

  /**
   * @param decays whether weight decay applies: to weights of convolutions and linear layers, not
   *     to batch norms and biases
   * @param shape whose sizes multiply to as many values as there are
   */
  Parameter(String name, boolean decays, Backend backend, float[] initial, List<Integer> shape) {
    this.name = name;
    this.backend = backend;
    this.shape = List.copyOf(shape);
    this.decays = decays;
    value = backend.allocate(initial.length);
    value.write(initial);
    gradient = value.part(0, 0);
  }

  /** Where in the network it is, {@code layers.3.choices.2.1.weight} for instance. */
  public String name() {
    return name;
  }

  /** Sizes of the dimensions, {@code [k, k, C, O]} for instance. */
  public List<Integer> shape() {
    return shape;
  }

  public boolean decays() {
    return decays;
  }

  public Tensor value() {
    return value;
  }

  /** Its memory comes when it is first asked for: scoring needs none. */
  public Tensor gradient() {
    if (gradient.size() != value.size()) {
      gradient = backend.allocate(value.size());
    }
    return gradient;
  }

  /** As many values as there are weights; zero when it is first asked for: scoring needs none. */
  public Tensor slot(Slot slot) {
    return slots.computeIfAbsent(slot, fresh -> backend.allocate(value.size()));
  }

  /** What the training remembers of these weights. */
  public Set<Slot> slots() {
    return Collections.unmodifiableSet(slots.keySet());
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
