package io.scarlet.space.blueprint;

import java.util.List;

/**
 * A chain of operators with, optionally, an identity shortcut around it. A segment without
 * operators passes its input on: the skip of a derived network.
 *
 * @param in features that go in
 * @param operators the chain, each taking what the one before gives
 * @param shortcut whether the input is added to the output
 */
public record Segment(FeatureMap in, List<Operator> operators, boolean shortcut) {

  public Segment {
    operators = List.copyOf(operators);
    FeatureMap at = in;
    for (Operator operator : operators) {
      if (!operator.in().equals(at)) {
        throw new IllegalArgumentException(operator + " cannot follow features of " + at);
      }
      at = operator.out();
    }
    if (shortcut && (operators.isEmpty() || !at.equals(in))) {
      throw new IllegalArgumentException(
          "a shortcut goes around operators that keep the shape, here " + in + " to " + at);
    }
  }

  /** The features that come out. */
  public FeatureMap out() {
    return operators.isEmpty() ? in : operators.getLast().out();
  }

  /** Whether the segment only passes its input on. */
  public boolean isIdentity() {
    return operators.isEmpty();
  }

  /** Trainable weights. */
  public long parameters() {
    return operators.stream().mapToLong(Operator::parameters).sum();
  }

  /** Multiply-adds for one picture. */
  public long multiplyAdds() {
    return operators.stream().mapToLong(Operator::multiplyAdds).sum();
  }
}
