package io.scarlet.space;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CostTableTest {

  @Property(tries = 200)
  void it_counts_as_the_cost_model_does(@ForAll(supplier = Networks.class) Network drawn) {
    assertThat(new CostTable(drawn.space()).of(drawn.architecture()))
        .isEqualTo(CostModel.of(drawn.space(), drawn.architecture()));
  }
}
