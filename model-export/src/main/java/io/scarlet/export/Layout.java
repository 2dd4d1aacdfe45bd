package io.scarlet.export;

import io.scarlet.supernet.checkpoint.StoredTensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * How a tensor of ours is laid out where channels come first, as in PyTorch and ONNX. Here the last
 * dimension is the one that output channels share; there it is the first.
 */
public enum Layout {
  /** Here {@code [k, k, C, O]}, there {@code [O, C, k, k]}. */
  CONVOLUTION,
  /** Here {@code [k, k, C]}, there {@code [C, 1, k, k]}. */
  DEPTHWISE,
  /** Here {@code [1, 1, C, O]}, there {@code [O, C]}. */
  LINEAR,
  /** {@code [C]} in both. */
  VECTOR;

  /** A dimension of size 1 that only the other side has. */
  private static final int ADDED = -1;

  /** Which of our dimensions is the first there, the second, and so on. */
  private List<Integer> order() {
    return switch (this) {
      case CONVOLUTION -> List.of(3, 2, 0, 1);
      case DEPTHWISE -> List.of(2, ADDED, 0, 1);
      case LINEAR -> List.of(3, 2);
      case VECTOR -> List.of(0);
    };
  }

  /** The shape there of a tensor whose shape here is given. */
  public List<Integer> abroad(List<Integer> home) {
    List<Integer> shape = new ArrayList<>();
    for (int dimension : order()) {
      shape.add(dimension == ADDED ? 1 : home.get(dimension));
    }
    return shape;
  }

  /** A tensor of ours as it is there. */
  public StoredTensor abroad(StoredTensor home) {
    float[] values = home.toArray();
    float[] moved = new float[values.length];
    List<Integer> shape = abroad(home.shape());
    for (int there = 0; there < moved.length; there++) {
      moved[there] = values[here(there, home.shape(), shape)];
    }
    return new StoredTensor(shape, FloatBuffer.wrap(moved));
  }

  /**
   * Holds a shape of theirs against the one that it must have. Sides of 1 at its end may be there
   * or not: a linear layer is a convolution of one pixel.
   *
   * @param home the shape here
   * @throws IllegalArgumentException if it is another
   */
  public void check(List<Integer> abroad, List<Integer> home) {
    List<Integer> shape = abroad(home);
    if (!withoutOnes(abroad).equals(withoutOnes(shape))) {
      throw new IllegalArgumentException(
          "has the shape " + abroad + " where the network needs " + shape);
    }
  }

  private static List<Integer> withoutOnes(List<Integer> shape) {
    int end = shape.size();
    while (end > 1 && shape.get(end - 1) == 1) {
      end--;
    }
    return shape.subList(0, end);
  }

  /**
   * A tensor of theirs as it is here.
   *
   * @param home its shape here
   * @throws IllegalArgumentException if it has another shape there
   */
  public StoredTensor home(StoredTensor abroad, List<Integer> home) {
    check(abroad.shape(), home);
    List<Integer> shape = abroad(home);
    float[] values = abroad.toArray();
    float[] moved = new float[values.length];
    for (int there = 0; there < moved.length; there++) {
      moved[here(there, home, shape)] = values[there];
    }
    return new StoredTensor(home, FloatBuffer.wrap(moved));
  }

  /** The place here of a value whose place there is given; both count rows of rows. */
  private int here(int there, List<Integer> home, List<Integer> shape) {
    int[] index = new int[home.size()];
    int rest = there;
    List<Integer> order = order();
    for (int i = order.size() - 1; i >= 0; i--) {
      int size = shape.get(i);
      if (order.get(i) != ADDED) {
        index[order.get(i)] = rest % size;
      }
      rest /= size;
    }
    int place = 0;
    for (int i = 0; i < index.length; i++) {
      place = place * home.get(i) + index[i];
    }
    return place;
  }
}
