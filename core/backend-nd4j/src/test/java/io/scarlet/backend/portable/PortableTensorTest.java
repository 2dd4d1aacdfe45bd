package io.scarlet.backend.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nd4j.linalg.api.ndarray.INDArray;

@ExtendWith(WhereNd4jRuns.class)
class PortableTensorTest {

  private static PortableTensor ramp(int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = i;
    }
    PortableTensor tensor = PortableTensor.allocate(size);
    tensor.write(values);
    return tensor;
  }

  @Test
  void newMemoryIsZero() {
    assertThat(PortableTensor.allocate(1000).toArray()).containsOnly(0);
  }

  @Test
  void aPartIsAViewAndAPartOfAPartToo() {
    PortableTensor whole = ramp(10);
    PortableTensor part = whole.part(2, 6).part(1, 3);
    assertThat(part.toArray()).containsExactly(3, 4, 5);
    part.write(new float[] {30, 40});
    assertThat(whole.toArray()).containsExactly(0, 1, 2, 30, 40, 5, 6, 7, 8, 9);
  }

  @Test
  void anArrayIsARowMajorViewThatOperationsWriteThrough() {
    PortableTensor whole = ramp(12);
    INDArray array = PortableTensor.array(whole.part(3, 6), 2, 3);
    assertThat(array.ordering()).isEqualTo('c');
    assertThat(array.getFloat(1, 0)).isEqualTo(6);
    array.addi(100);
    assertThat(whole.toArray()).containsExactly(0, 1, 2, 103, 104, 105, 106, 107, 108, 9, 10, 11);
  }

  @Test
  void aPartBeyondTheEndIsRefused() {
    assertThatThrownBy(() -> ramp(4).part(2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 + 3 does not lie within 4 values");
  }

  @Test
  void moreValuesThanFitAreRefused() {
    assertThatThrownBy(() -> ramp(2).write(new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 values do not fit a tensor of 2 values");
  }

  @Test
  void aTensorThatIsTooSmallIsRefusedAndNotOverrun() {
    var op = new Operator.Convolution(new FeatureMap(4, 4, 3), 5, 3, 1, false);
    Tensor x = PortableTensor.allocate(op.in().size());
    Tensor w = PortableTensor.allocate(op.parameters());
    Tensor y = PortableTensor.allocate(op.out().size() - 1);
    PortableTensor none = PortableTensor.allocate(0);
    PortableBackend backend = new PortableBackend(1);
    assertThatThrownBy(() -> backend.convolution(op, 1, x, w, none, y))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too small for 80");
  }

  @Test
  void tensorsAreEqualIfTheyAreTheSameMemoryNotTheSameValues() {
    PortableTensor one = ramp(4);
    assertThat(one.part(1, 2)).isEqualTo(one.part(1, 2)).isNotEqualTo(one.part(1, 3));
    assertThat(one).isNotEqualTo(ramp(4));
    assertThat(one.part(0, 0).toArray()).isEmpty();
  }
}
