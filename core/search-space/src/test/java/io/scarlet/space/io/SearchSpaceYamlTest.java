package io.scarlet.space.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.scarlet.space.CostModel;
import io.scarlet.space.Costs;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.SearchableLayer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchSpaceYamlTest {

  private static final String SMALL =
      """
      name: small
      input: 8x8x3
      classes: 10
      activation: relu
      stem:
        - conv: {channels: 4, kernel: 3}
      choices: [e3k3, e3k5s, skip]
      stages:
        - {channels: 8, stride: 2, layers: 2}
      tail:
        - pool
      """;

  /**
   * Parameters are those of the public implementations; multiply-adds and MoGA-A (published: 5.1M,
   * 304M) were counted by a separate script.
   */
  @ParameterizedTest
  @CsvSource({
    "mobilenet-v2, 3504872, 300774272, 17",
    "mobilenet-v3-large, 5483032, 216589760, 15",
    "mnasnet-b1, 4383312, 314415872, 16",
    "mnasnet-a1, 3887038, 311579072, 15",
    "moga-a, 5159802, 304042176, 14"
  })
  void publishedChainsOfInvertedBottlenecksAreExpressible(
      String name, long params, long macs, int depth) throws IOException {
    SearchSpace network = SearchSpaceYaml.read(network(name));
    assertThat(CostModel.of(network, network.onlyArchitecture().orElseThrow()))
        .isEqualTo(new Costs(params, macs, depth));
  }

  private static String network(String name) throws IOException {
    try (InputStream in =
        SearchSpaceYamlTest.class.getResourceAsStream("networks/" + name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aSkipForManyLayersIsLeftOutWhereTheShapeChanges() {
    List<SearchableLayer> layers = SearchSpaceYaml.read(SMALL).layers();
    assertThat(layers.get(0).labels()).containsExactly("e3k3", "e3k5s");
    assertThat(layers.get(1).labels()).containsExactly("e3k3", "e3k5s", "-");
  }

  @Test
  void aLayerMayHaveItsOwnChoices() {
    String yaml = SMALL.replace("layers: 2", "layers: [e6k7, [e1k3, identity]]");
    List<SearchableLayer> layers = SearchSpaceYaml.read(yaml).layers();
    assertThat(layers.get(0).labels()).containsExactly("e6k7");
    assertThat(layers.get(1).labels()).containsExactly("e1k3", "-");
  }

  @Test
  void aStageMayHaveItsOwnChoices() {
    String yaml = SMALL.replace("layers: 2", "layers: 2, choices: [e4k3, identity]");
    List<SearchableLayer> layers = SearchSpaceYaml.read(yaml).layers();
    assertThat(layers.get(0).labels()).containsExactly("e4k3", "conv1");
    assertThat(layers.get(1).labels()).containsExactly("e4k3", "-");
  }

  static List<List<String>> mistakes() {
    return List.of(
        List.of(
            "channels: 8",
            "chanels: 8",
            "line 9, column 6: a stage has no key 'chanels': did you mean 'channels'? It knows"
                + " channels, layers, stride, choices, activation, se"),
        List.of("classes: 10\n", "", "line 1, column 1: the search space needs the key 'classes'"),
        List.of("8x8x3", "8x8", "line 2, column 8: 'input' is height x width x channels"),
        List.of(
            "relu",
            "relu7",
            "line 4, column 13: 'activation' is one of none, relu, relu6, hswish, got 'relu7'"),
        List.of("kernel: 3", "kernel: 4", "line 6, column 33: 'kernel' is 1, 3, 5 or 7, got '4'"),
        List.of(
            "stride: 2",
            "stride: two",
            "line 9, column 27: 'stride' needs a whole number, got 'two'"),
        List.of("layers: 2", "layers: 0", "line 9, column 38: 'layers' lies in 1 to 1000, got '0'"),
        List.of(
            "e3k3,",
            "e3x3,",
            "line 7, column 11: no such choice: 'e3x3'. A choice is skip, identity, or a block"),
        List.of(
            "[e3k3, e3k5s, skip]",
            "[skip]",
            "line 7, column 10: layer 1 changes the shape and has no choice but a skip"),
        List.of("e3k5s, skip", "e3k3", "line 7, column 10: layer 1 has a choice twice"),
        List.of(
            "layers: 2",
            "layers: [[e3k3, skip]]",
            "line 9, column 46: layer 1 changes the shape, so that it cannot be a skip"),
        List.of(
            "choices: [e3k3, e3k5s, skip]\n",
            "",
            "line 8, column 38: no choices: add 'choices' to the stage or to the file"),
        List.of("- pool", "- dropout: 0.1", "line 11, column 3: the tail needs the step 'pool'"),
        List.of("- pool", "- {pool}", "line 11, column 6: a step of the tail has no key 'pool'"),
        List.of(
            "- pool",
            "- dropout: 1",
            "line 11, column 14: 'dropout' lies in 0 to 1 (exclusive), got '1'"),
        List.of(
            "name: small",
            "name: small\nname: large",
            "line 2, column 1: the key 'name' is there twice"),
        List.of("name: small", "name:", "line 1, column 6: 'name' needs one value, got nothing"),
        List.of("[e3k3, e3k5s, skip]", "[e3k3, e3k5s, skip", "line 8, column 7: this is not YAML"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void nestingThatWouldEndTheReadersThreadIsRefused(String level) {
    assertThatThrownBy(() -> SearchSpaceYaml.read(level.repeat(100_000)))
        .isInstanceOf(SearchSpaceSyntaxException.class)
        .hasMessageContaining("this is nested more than 32 levels deep");
  }

  @Test
  void aliasesThatGrowWithoutBoundAreRefused() {
    StringBuilder bomb = new StringBuilder("name: &a0 [x, x]\n");
    for (int level = 1; level < 40; level++) {
      bomb.append("k%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(level, level - 1));
    }
    assertThatThrownBy(() -> SearchSpaceYaml.read(bomb.toString()))
        .isInstanceOf(SearchSpaceSyntaxException.class)
        .hasMessageContaining("Number of aliases for non-scalar nodes exceeds");
    String stages =
        SMALL.replace(
            "layers: 2}",
            "layers: 900}\n  - &s {channels: 8, layers: 900}\n" + "  - *s\n".repeat(40));
    assertThatThrownBy(() -> SearchSpaceYaml.read(stages))
        .hasMessageContaining("there are more than 1000 layers");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsRefusedWithItsPlaceAndWhatToDo(List<String> mistake) {
    String yaml = SMALL.replace(mistake.get(0), mistake.get(1));
    SearchSpaceSyntaxException e =
        catchThrowableOfType(SearchSpaceSyntaxException.class, () -> SearchSpaceYaml.read(yaml));
    assertThat(e).hasMessageStartingWith(mistake.get(2));
    assertThat(e.getMessage()).startsWith("line " + e.line() + ", column " + e.column() + ": ");
  }

  @Test
  void theExampleInTheDocumentationIsThePresetOfItsName() throws IOException {
    String page = Files.readString(Path.of("../../docs/search-space.md"));
    String example = page.split("```", 3)[1].replaceFirst("yaml", "");
    assertThat(SearchSpaceYaml.read(example)).isEqualTo(Presets.preset("fashion-quick"));
  }

  @Test
  void anEmptyFileAndAPlainTextAreRefused() {
    assertThatThrownBy(() -> SearchSpaceYaml.read(""))
        .isInstanceOf(SearchSpaceSyntaxException.class)
        .hasMessageContaining("the file is empty");
    assertThatThrownBy(() -> SearchSpaceYaml.read("hello"))
        .isInstanceOf(SearchSpaceSyntaxException.class)
        .hasMessageContaining("the search space needs keys and values");
  }
}
