package io.scarlet.schemas.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrepareLogTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void withoutARegistryItSaysWhatToSet() {
    assertThat(run(Map.of())).isEqualTo(1);
    assertThat(said.toString(UTF_8).strip()).startsWith("set SCARLET_REGISTRY_URL").hasLineCount(1);
  }

  @Test
  void whereNobodyAnswersItSaysSoInOneLine() {
    assertThat(run(Map.of("SCARLET_REGISTRY_URL", "http://127.0.0.1:1"))).isEqualTo(1);
    assertThat(said.toString(UTF_8).strip()).contains("http://127.0.0.1:1").hasLineCount(1);
  }

  @Test
  void whatIsNoAddressIsRefusedInOneLine() {
    assertThat(run(Map.of("SCARLET_REGISTRY_URL", "registry"))).isEqualTo(1);
    assertThat(said.toString(UTF_8).strip()).contains("registry").hasLineCount(1);
  }

  private int run(Map<String, String> environment) {
    return PrepareLog.run(environment, new PrintStream(said, true, UTF_8));
  }
}
