package io.scarlet.space.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.space.SearchSpace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class DescriptionTest {

  private static final SearchSpace MACRO = Presets.preset("nas-bench-macro");

  @Test
  void aNetworkIsShownLayerByLayerWithItsSums() {
    assertThat(DescriptionText.of(MACRO, MACRO.parse("22212220")))
        .isEqualTo(
            """
            nas-bench-macro 22212220

            layer  stage  in        out       choice     params        macs
            stem          32x32x3   32x32x32                928     884,736
            1      1      32x32x32  16x16x64  e6k5       24,128  10,665,984
            2      1      16x16x64  16x16x64  e6k5       60,416  15,040,512
            3      2      16x16x64  8x8x128   e6k5       85,120  10,051,584
            4      2      8x8x128   8x8x128   e3k3      103,552   6,512,640
            5      2      8x8x128   8x8x128   e6k5      219,136  13,811,712
            6      3      8x8x128   4x4x256   e6k5      317,696   9,744,384
            7      3      4x4x256   4x4x256   e6k5      831,488  13,197,312
            8      3      4x4x256   4x4x256   -               0           0
            tail          4x4x256   1x1x10              343,050   5,255,680
            total                                     1,985,514  85,164,544

            depth 7 of 8
            """);
  }

  @Test
  void aSpaceIsShownWithItsChoicesAndTheRangeOfItsCosts() {
    assertThat(DescriptionText.of(MACRO))
        .isEqualTo(
            """
            nas-bench-macro: 6,561 codes, input 32x32x3, 10 classes

            layer  stage  in        out       choices
            1      1      32x32x32  16x16x64  conv1 e3k3 e6k5
            2      1      16x16x64  16x16x64  - e3k3 e6k5
            3      2      16x16x64  8x8x128   conv1 e3k3 e6k5
            4      2      8x8x128   8x8x128   - e3k3 e6k5
            5      2      8x8x128   8x8x128   - e3k3 e6k5
            6      3      8x8x128   4x4x256   conv1 e3k3 e6k5
            7      3      4x4x256   4x4x256   - e3k3 e6k5
            8      3      4x4x256   4x4x256   - e3k3 e6k5

                        least         most
            params    387,882    2,932,586
            macs    7,713,280  105,660,928
            depth           3            8
            """);
  }

  @Test
  void aFixedNetworkIsShownAsANetwork() {
    assertThat(DescriptionText.of(Presets.preset("scarlet-a")))
        .contains("e3k7")
        .containsPattern("total +6,707,720 +365,307,392")
        .endsWith("depth 19 of 19\n");
    assertThat(json(DescriptionJson.of(Presets.preset("scarlet-a"))))
        .containsEntry("params", 6_707_720)
        .containsEntry("macs", 365_307_392)
        .containsEntry("depth", 19);
  }

  @Test
  void theJsonOfANetworkHoldsItsCostsAndItsLayers() {
    Map<String, Object> json = json(DescriptionJson.of(MACRO, MACRO.parse("22212220")));
    assertThat(json)
        .containsEntry("code", "22212220")
        .containsEntry("network", "e6k5 e6k5 e6k5 e3k3 e6k5 e6k5 e6k5 -")
        .containsEntry("params", 1_985_514)
        .containsEntry("macs", 85_164_544)
        .containsEntry("depth", 7);
    assertThat((List<?>) json.get("layers"))
        .hasSize(8)
        .first()
        .hasToString(
            "{number=1, stage=1, in=[32, 32, 32], out=[16, 16, 64], stride=2, choice=e6k5,"
                + " params=24128, macs=10665984}");
  }

  @Test
  void theJsonOfASpaceHoldsItsChoicesAndTheRangeOfItsCosts() {
    Map<String, Object> json = json(DescriptionJson.of(MACRO));
    assertThat(json)
        .containsEntry("size", "6561")
        .containsEntry("params", Map.of("least", 387_882, "most", 2_932_586))
        .containsEntry("depth", Map.of("least", 3, "most", 8));
    assertThat((List<?>) json.get("layers"))
        .hasSize(8)
        .first()
        .hasToString(
            "{number=1, stage=1, in=[32, 32, 32], out=[16, 16, 64], stride=2,"
                + " choices=[conv1, e3k3, e6k5]}");
  }

  @Test
  void aNameMayHoldWhatJsonMustEscape() {
    String yaml =
        Presets.yaml("scarlet-a")
            .orElseThrow()
            .replace("name: scarlet-a", "name: \"a\\\"\\t\\\\b\"");
    assertThat(json(DescriptionJson.of(SearchSpaceYaml.read(yaml))))
        .containsEntry("name", "a\"\t\\b");
  }

  /** JSON is YAML, so that the parser at hand checks the writer. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> json(String text) {
    return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
  }
}
