package io.scarlet.space.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.table.MeasuredNetwork;
import io.scarlet.space.table.MeasuredNetworks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredNetworksCsvTest {

  private static final MeasuredNetworks TABLE =
      MeasuredNetworksCsv.bundled(MeasuredNetworksCsv.NAS_BENCH_MACRO).orElseThrow();
  private static final SearchSpace SPACE = TABLE.space();

  @ParameterizedTest
  @CsvSource({
    "00000000, 45.36333, 387882, 7713280",
    "11111111, 91.93000, 1588874, 53246464",
    "22222222, 92.95333, 2932586, 105660928",
    "22212220, 93.12667, 1985514, 85164544"
  })
  void theBundledTableHoldsWhatWasMeasured(String code, double mean, long params, long flops) {
    MeasuredNetwork row = TABLE.find(SPACE.parse(code)).orElseThrow();
    assertThat(row.accuracies()).hasSize(3);
    assertThat(row.meanAccuracy()).isCloseTo(mean, within(1e-5));
    assertThat(row.params()).isEqualTo(params);
    assertThat(row.flops()).isEqualTo(flops);
  }

  @Test
  void theBundledTableHoldsEveryNetworkOnce() {
    assertThat(TABLE.rows()).hasSize(6561);
    assertThat(TABLE.distinct()).isEqualTo(3969);
  }

  @Test
  void codesOfTheSameNetworkFindTheSameRow() {
    assertThat(TABLE.find(SPACE.parse("22212202"))).isEqualTo(TABLE.find(SPACE.parse("22212220")));
  }

  @Test
  void aNetworkThatWasNotMeasuredIsNotFound() throws IOException {
    MeasuredNetworks table = read("00000000,1.5,10,20");
    assertThat(table.find(SPACE.parse("00000001"))).isEmpty();
    assertThat(table.find(SPACE.parse("00000000")).map(MeasuredNetwork::architecture))
        .map(Architecture::code)
        .contains("00000000");
  }

  @Test
  void rowsOfTheSameNetworkMustAgree() {
    assertThatThrownBy(() -> read("00000001,50,1,1\n00000010,51,1,1"))
        .hasMessage(
            "00000001 and 00000010 are the same network, but table test measured them differently");
  }

  @Test
  void aBrokenRowIsRefusedWithItsLine() {
    assertThatThrownBy(() -> read("00000000,1.5,10,20\n00000001,101,1,1"))
        .hasMessage(
            "table test, line 3: an accuracy lies in 0 to 100 percent, got 101.0 for 00000001");
    assertThatThrownBy(() -> read("00000000,10,20"))
        .hasMessageStartingWith("table test, line 2: a row is a code, accuracies");
  }

  @Test
  void anUnknownTableIsNotBundled() {
    assertThat(MeasuredNetworksCsv.bundled("nas-bench-201")).isEmpty();
  }

  private static MeasuredNetworks read(String rows) throws IOException {
    return MeasuredNetworksCsv.read(
        "test", SPACE, new BufferedReader(new StringReader("code,accuracy,params,flops\n" + rows)));
  }
}
