package io.scarlet.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.bench.io.Json;
import io.scarlet.space.io.SearchSpaceYaml;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetDescriptionTest {

  private static final String SPACE =
      """
      name: tiny
      input: 8x6x3
      classes: 5
      activation: hswish
      stem:
        - conv: {channels: 4, kernel: 3, stride: 2, activation: relu6}
      choices: [e2k5s, skip]
      stages:
        - {channels: 4, layers: 1}
      tail:
        - pool
        - dropout: 0.2
      """;

  private final Map<String, Object> net = NetDescription.of(SearchSpaceYaml.read(SPACE));

  @Test
  void a_segment_is_its_operators_in_a_row() {
    assertThat(Json.line(net.get("stem")))
        .isEqualTo(
            "{\"shortcut\":false,\"operators\":["
                + "{\"kind\":\"convolution\",\"in\":3,\"out\":4,\"kernel\":3,\"stride\":2,"
                + "\"bias\":false},"
                + "{\"kind\":\"batch-norm\",\"channels\":4,\"activation\":\"relu6\"}]}");
    assertThat(Json.line(net.get("tail")))
        .isEqualTo(
            "{\"shortcut\":false,\"operators\":[{\"kind\":\"pool\"},"
                + "{\"kind\":\"dropout\",\"rate\":0.2},"
                + "{\"kind\":\"linear\",\"in\":4,\"out\":5}]}");
  }

  @Test
  void a_layer_is_the_list_of_its_choices() {
    assertThat(Json.line(((List<?>) net.get("layers")).getFirst()))
        .contains("\"shortcut\":true")
        .contains("{\"kind\":\"depthwise\",\"channels\":8,\"kernel\":5,\"stride\":1}")
        .contains("{\"kind\":\"squeeze-excite\",\"channels\":8,\"squeezed\":2}")
        .contains("{\"kind\":\"batch-norm\",\"channels\":4,\"activation\":\"none\"}");
  }

  @Test
  void a_skip_is_the_stabilizer_that_is_trained_in_its_place() {
    assertThat(Json.line(((List<?>) net.get("layers")).getFirst()))
        .endsWith(
            "{\"shortcut\":false,\"operators\":[{\"kind\":\"convolution\",\"in\":4,\"out\":4,"
                + "\"kernel\":1,\"stride\":1,\"bias\":false}]}]");
  }

  @Test
  void pictures_and_classes_have_their_numbers() {
    assertThat(net).containsEntry("input", List.of(8, 6, 3)).containsEntry("classes", 5);
  }
}
