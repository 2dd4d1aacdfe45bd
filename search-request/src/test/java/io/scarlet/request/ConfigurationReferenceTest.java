package io.scarlet.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {

  private static final Path PAGE = Path.of("../docs/configuration.md");

  @Test
  void the_page_in_the_documentation_is_what_the_schema_says() throws IOException {
    assertThat(Files.readString(PAGE))
        .as("write it anew with ./scarlet configuration > docs/configuration.md")
        .isEqualTo(ConfigurationReference.markdown());
  }

  @Test
  void every_setting_says_what_it_means() {
    assertThat(ConfigurationReference.markdown()).doesNotContain("| null |").contains("`epochs`");
  }
}
