package io.scarlet.space;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.space.blueprint.Segment;
import io.scarlet.space.io.MeasuredNetworksCsv;
import io.scarlet.space.io.Presets;
import io.scarlet.space.table.MeasuredNetwork;
import io.scarlet.space.table.MeasuredNetworks;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostModelTest {

  @ParameterizedTest
  @CsvSource({
    "scarlet-a, 6707720, 365307392, 19",
    "scarlet-b, 6531556, 326853440, 17",
    "scarlet-c, 6073684, 280082912, 16"
  })
  void theReleasedNetworksCostWhatIsPublished(String preset, long params, long macs, int depth) {
    SearchSpace network = Presets.preset(preset);
    Architecture only = new Architecture(network.layers().stream().map(layer -> 0).toList());
    assertThat(CostModel.of(network, only)).isEqualTo(new Costs(params, macs, depth));
  }

  @ParameterizedTest
  @CsvSource({
    "scarlet-a, 6707720, 365307392",
    "scarlet-b, 6531556, 326853440",
    "scarlet-c, 6073684, 280082912"
  })
  void aReleasedNetworkCostsTheSameAsAMemberOfItsSearchSpace(
      String preset, long params, long macs) {
    SearchSpace fixed = Presets.preset(preset);
    SearchSpace space = Presets.preset("scarlet-s2");
    Architecture only = new Architecture(fixed.layers().stream().map(layer -> 0).toList());
    Costs costs = CostModel.of(space, space.parse(fixed.longForm(only)));
    assertThat(List.of(costs.params(), costs.macs())).containsExactly(params, macs);
  }

  @Test
  void everyRowOfNasBenchMacroIsCountedExactly() {
    MeasuredNetworks table =
        MeasuredNetworksCsv.bundled(MeasuredNetworksCsv.NAS_BENCH_MACRO).orElseThrow();
    assertThat(table.rows()).hasSize(6561);
    for (MeasuredNetwork row : table.rows()) {
      Costs costs = CostModel.of(table.space(), row.architecture());
      assertThat(List.of(costs.params(), costs.macs()))
          .as("params and multiply-adds of %s", row.architecture())
          .containsExactly(row.params(), row.flops());
    }
  }

  @Property(tries = 200)
  void aNetworkCostsTheSumOfItsSegments(@ForAll(supplier = Networks.class) Network network) {
    List<Segment> segments = network.space().network(network.architecture());
    Costs costs = CostModel.of(network.space(), network.architecture());
    assertThat(costs.params()).isEqualTo(segments.stream().mapToLong(Segment::parameters).sum());
    assertThat(costs.macs()).isEqualTo(segments.stream().mapToLong(Segment::multiplyAdds).sum());
    assertThat(costs.depth())
        .isEqualTo(segments.stream().filter(segment -> !segment.isIdentity()).count() - 2);
  }

  @Property(tries = 200)
  void noNetworkCostsLessThanTheCheapestOrMoreThanTheDearest(
      @ForAll(supplier = Networks.class) Network network) {
    Costs costs = CostModel.of(network.space(), network.architecture());
    Costs least = CostModel.cheapest(network.space());
    Costs most = CostModel.dearest(network.space());
    assertThat(costs.params()).isBetween(least.params(), most.params());
    assertThat(costs.macs()).isBetween(least.macs(), most.macs());
    assertThat(costs.depth()).isBetween(least.depth(), most.depth());
  }

  @Test
  void theBoundsOfNasBenchMacroAreReached() {
    MeasuredNetworks table =
        MeasuredNetworksCsv.bundled(MeasuredNetworksCsv.NAS_BENCH_MACRO).orElseThrow();
    assertThat(CostModel.cheapest(table.space())).isEqualTo(new Costs(387_882, 7_713_280, 3));
    assertThat(CostModel.dearest(table.space())).isEqualTo(new Costs(2_932_586, 105_660_928, 8));
  }
}
