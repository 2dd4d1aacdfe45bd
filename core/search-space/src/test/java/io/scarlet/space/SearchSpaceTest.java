package io.scarlet.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.space.io.Presets;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchSpaceTest {

  private static final SearchSpace MACRO = Presets.preset("nas-bench-macro");
  private static final SearchSpace S1 = Presets.preset("scarlet-s1");
  private static final SearchSpace S2 = Presets.preset("scarlet-s2");

  @Property(tries = 200)
  void aCodeReadsBackAsItWas(@ForAll(supplier = Networks.class) Network network) {
    String code = network.architecture().code();
    assertThat(network.space().parse(code)).isEqualTo(network.architecture());
  }

  @Property(tries = 200)
  void theLongFormReadsBackAsItWas(@ForAll(supplier = Networks.class) Network network) {
    String longForm = network.space().longForm(network.architecture());
    assertThat(network.space().parse(longForm)).isEqualTo(network.architecture());
  }

  @Property(tries = 200)
  void theCanonicalFormOfACanonicalFormIsItself(@ForAll(supplier = Networks.class) Network drawn) {
    Architecture canonical = drawn.space().canonical(drawn.architecture());
    assertThat(drawn.space().canonical(canonical)).isEqualTo(canonical);
  }

  @Property(tries = 200)
  void onlyTheCanonicalFormIsCanonical(@ForAll(supplier = Networks.class) Network drawn) {
    assertThat(drawn.space().isCanonical(drawn.architecture()))
        .isEqualTo(drawn.space().canonical(drawn.architecture()).equals(drawn.architecture()));
  }

  @Property(tries = 200)
  void theCanonicalFormCostsTheSame(@ForAll(supplier = Networks.class) Network drawn) {
    Architecture canonical = drawn.space().canonical(drawn.architecture());
    assertThat(CostModel.of(drawn.space(), canonical))
        .isEqualTo(CostModel.of(drawn.space(), drawn.architecture()));
  }

  @ParameterizedTest
  @CsvSource({"22212202, 22212220", "00002001, 00020010", "02000000, 02000000"})
  void identitiesMoveToTheEndOfTheirStageButNotAwayFromItsFirstLayer(
      String code, String canonical) {
    assertThat(MACRO.canonical(MACRO.parse(code)).code()).isEqualTo(canonical);
  }

  @Test
  void nasBenchMacroHas3969Networks() {
    Set<Architecture> distinct = new HashSet<>();
    for (int i = 0; i < 6561; i++) {
      String code = "%8s".formatted(Integer.toString(i, 3)).replace(' ', '0');
      Architecture canonical = MACRO.canonical(MACRO.parse(code));
      assertThat(MACRO.isCanonical(MACRO.parse(code))).isEqualTo(canonical.code().equals(code));
      distinct.add(canonical);
    }
    assertThat(distinct).hasSize(3969);
  }

  @Test
  void whereIdentitiesHaveAPositionEveryArchitectureIsCanonical() {
    Architecture skipsFirst = S1.parse("0600600060006000600");
    assertThat(S1.canonical(skipsFirst)).isEqualTo(skipsFirst);
  }

  @Test
  void theSizesAreThoseOfTheProductOfLegalChoices() {
    assertThat(MACRO.size()).isEqualTo(BigInteger.valueOf(6561));
    assertThat(S1.size())
        .isEqualTo(BigInteger.valueOf(6).pow(6).multiply(BigInteger.valueOf(7).pow(13)));
    assertThat(S2.size())
        .isEqualTo(BigInteger.valueOf(12).pow(6).multiply(BigInteger.valueOf(13).pow(13)));
  }

  @Test
  void aSkipIsLegalOnlyWhereTheShapeIsKept() {
    assertThat(S1.layers().stream().filter(layer -> layer.skip() >= 0).map(SearchableLayer::number))
        .containsExactly(2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 16, 17, 18);
  }

  @ParameterizedTest
  @CsvSource({
    "nas-bench-macro, 2, - e3k3 e6k5",
    "nas-bench-macro, 3, conv1 e3k3 e6k5",
    "scarlet-s1, 1, e3k3 e3k5 e3k7 e6k3 e6k5 e6k7",
    "scarlet-s1, 2, e3k3 e3k5 e3k7 e6k3 e6k5 e6k7 -",
    "scarlet-s2, 2, e3k3 e3k5 e3k7 e6k3 e6k5 e6k7 e3k3s e3k5s e3k7s e6k3s e6k5s e6k7s -"
  })
  void theOrderOfChoicesIsTheOneThatCodesRelyOn(String preset, int layer, String labels) {
    List<Choice> choices = Presets.preset(preset).layers().get(layer - 1).choices();
    assertThat(choices.stream().map(Choice::label)).containsExactly(labels.split(" "));
  }

  @Test
  void anIllegalChoiceIsRefusedWithItsLayerAndWhatIsLegal() {
    assertThatThrownBy(() -> MACRO.parse("00030000"))
        .isInstanceOf(IllegalArchitectureException.class)
        .hasMessage("layer 4 has no choice '3': it may be 0 (-), 1 (e3k3), 2 (e6k5)");
    assertThatThrownBy(() -> MACRO.check(new Architecture(List.of(0, 0, 0, 0, 0, 0, 0, 9))))
        .hasMessageStartingWith("layer 8 has no choice '9'");
  }

  @Test
  void aCodeOfTheWrongLengthIsRefusedWithBothLengths() {
    assertThatThrownBy(() -> MACRO.parse("0000000"))
        .isInstanceOf(IllegalArchitectureException.class)
        .hasMessageStartingWith("nas-bench-macro has 8 searchable layers, but '0000000' names 7");
    assertThatThrownBy(() -> MACRO.parse(" ")).isInstanceOf(IllegalArchitectureException.class);
  }
}
