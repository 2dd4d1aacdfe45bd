package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** {@code docs/options.md} is what the commands say of themselves. */
class OptionsPageTest {

  private static final Path PAGE = Path.of("../../docs/options.md");
  private static final Path MADE = Path.of("target/options.md");
  private static final String INTRODUCTION =
      """
      # Every command and option

      What `./scarlet COMMAND --help` says. What the commands are for is in [commands.md](commands.md), [models.md](models.md) and
      [performance.md](performance.md).

      This page is made from the code; a test compares it, and leaves a new one in `infra/local/target/options.md`.
      """;

  @Test
  void the_page_is_that_of_the_commands() throws IOException {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    describe(Scarlet.commands(), page);
    Files.writeString(MADE, page);

    assertThat(PAGE)
        .as("copy infra/local/target/options.md to docs/options.md")
        .hasSameTextualContentAs(MADE);
  }

  private static void describe(CommandLine command, StringBuilder page) {
    String usage = command.getUsageMessage(Ansi.OFF).stripTrailing();
    page.append("\n## `%s`\n\n```\n".formatted("./" + command.getCommandSpec().qualifiedName()));
    usage.lines().forEach(line -> page.append(line.stripTrailing()).append('\n'));
    page.append("```\n");
    command.getSubcommands().values().forEach(each -> describe(each, page));
  }
}
