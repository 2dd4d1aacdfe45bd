package io.scarlet.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventsPageTest {

  private static final Path PAGE = Path.of("../docs/events.md");
  private static final Path MADE = Path.of("target/events.md");

  @Test
  void the_page_is_that_of_the_schemas() throws IOException {
    Files.writeString(MADE, EventsPage.markdown());

    assertThat(PAGE)
        .as("copy schemas/target/events.md to docs/events.md")
        .hasSameTextualContentAs(MADE);
  }

  @Test
  void every_field_says_what_it_means() {
    assertThat(EventsPage.markdown()).doesNotContain("| null |").contains("### CandidateScored");
  }
}
