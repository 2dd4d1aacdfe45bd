package io.scarlet.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLogTest {

  @TempDir private Path folder;

  @Test
  void the_innermost_cause_of_the_last_stack_trace_tells_most() throws IOException {
    assertThat(
            cause(
                "INFO starting",
                "ERROR Failed to start application",
                "java.lang.RuntimeException: no",
                "\tat here(There.java:1)",
                "Caused by: java.io.IOException: outer",
                "Caused by: java.net.ConnectException: refused",
                "INFO stopped"))
        .isEqualTo("Caused by: java.net.ConnectException: refused");
  }

  @Test
  void a_full_disk_and_a_taken_port_tell_more_than_what_follows_from_them() throws IOException {
    assertThat(cause("IOException: No space left on device", "Caused by: something else"))
        .contains("No space left");
    assertThat(cause("BindException: Address already in use", "ERROR shutting down"))
        .contains("Address already in use");
  }

  @Test
  void without_an_error_the_last_line_has_to_do() throws IOException {
    assertThat(cause("one", "two", "")).isEqualTo("two");
  }

  @Test
  void nothing_written_is_nothing_to_quote() throws IOException {
    assertThat(new ProcessLog(Files.createFile(folder.resolve("log")), 0).cause()).isEmpty();
  }

  @Test
  void what_an_earlier_process_wrote_into_the_same_file_is_not_quoted() throws IOException {
    Path file = Files.writeString(folder.resolve("log"), "ERROR of yesterday\n");
    ProcessLog log = ProcessLog.fromItsEnd(file);
    Files.writeString(file, "nothing much\n", StandardOpenOption.APPEND);

    assertThat(log.cause()).hasValue("nothing much");
  }

  private String cause(String... lines) throws IOException {
    Path file = Files.write(folder.resolve("log"), java.util.List.of(lines));
    return new ProcessLog(file, 0).cause().orElseThrow();
  }
}
