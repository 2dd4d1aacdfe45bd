package io.scarlet.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.space.io.Presets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DerivedNetworkTest {

  private static SearchSpace derived(Network network) {
    return network.space().derive(network.architecture());
  }

  private static Architecture only(SearchSpace fixed) {
    return fixed.onlyArchitecture().orElseThrow();
  }

  @Property
  void a_derived_network_costs_what_its_architecture_costs(
      @ForAll(supplier = Networks.class) Network network) {
    SearchSpace derived = derived(network);

    assertThat(CostModel.of(derived, only(derived)))
        .isEqualTo(CostModel.of(network.space(), network.architecture()));
  }

  @Property
  void a_derived_network_has_the_chosen_blocks_in_their_order(
      @ForAll(supplier = Networks.class) Network network) {
    SearchSpace derived = derived(network);

    assertThat(derived.network(only(derived)))
        .isEqualTo(network.space().network(network.architecture()));
    assertThat(derived.longForm(only(derived)))
        .isEqualTo(network.space().longForm(network.architecture()));
  }

  @Property
  void a_dropout_changes_no_cost_and_can_be_taken_back(
      @ForAll(supplier = Networks.class) Network network,
      @ForAll @DoubleRange(min = 0.01, max = 0.9) double rate) {
    SearchSpace plain = derived(network).withDropout(0);
    SearchSpace dropping = plain.withDropout(rate);

    assertThat(CostModel.of(dropping, only(dropping))).isEqualTo(CostModel.of(plain, only(plain)));
    assertThat(dropping.withDropout(0)).isEqualTo(plain);
  }

  @Test
  void a_dropout_stands_ahead_of_the_classifier() {
    List<Operator> tail =
        Presets.preset("fashion-quick").withDropout(0.4).withDropout(0.2).tail().operators();

    assertThat(tail.get(tail.size() - 1)).isInstanceOf(Operator.Linear.class);
    assertThat(tail.get(tail.size() - 2))
        .isInstanceOfSatisfying(
            Operator.Dropout.class, dropout -> assertThat(dropout.rate()).isEqualTo(0.2));
    assertThat(tail).filteredOn(Operator.Dropout.class::isInstance).hasSize(1);
  }

  @Test
  void what_is_no_architecture_of_the_space_is_refused() {
    SearchSpace space = Presets.preset("fashion-quick");

    assertThatThrownBy(() -> space.derive(new Architecture(List.of(0, 0))))
        .isInstanceOf(IllegalArchitectureException.class)
        .hasMessageContaining("7 searchable layers");
  }
}
