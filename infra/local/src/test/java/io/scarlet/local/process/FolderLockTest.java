package io.scarlet.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

  @TempDir private Path folder;

  @Test
  void a_folder_that_is_taken_is_refused_with_who_has_it() {
    try (FolderLock _ = FolderLock.take(folder)) {
      assertThat(FolderLock.isTaken(folder)).isTrue();
      assertThatThrownBy(() -> FolderLock.take(folder))
          .isInstanceOf(ProcessFailure.class)
          .hasMessage(
              "a stack runs on %s already, as process %d: stop it first, or name another folder",
              folder, ProcessHandle.current().pid());
      assertThat(FolderLock.isTaken(folder)).isTrue();
    }
  }

  @Test
  void a_folder_that_is_given_back_can_be_taken_again() {
    assertThat(FolderLock.isTaken(folder)).isFalse();
    FolderLock.take(folder).close();
    assertThat(FolderLock.isTaken(folder)).isFalse();
    FolderLock.take(folder).close();
  }

  @Test
  void what_a_killed_process_had_is_free() throws Exception {
    Process owner =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ChildProgram.class.getName(),
                "lock",
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(owner.inputReader().readLine()).isEqualTo("locked");
    assertThat(FolderLock.isTaken(folder)).isTrue();
    assertThatThrownBy(() -> FolderLock.take(folder))
        .hasMessageContaining("as process " + owner.pid());

    owner.destroyForcibly().waitFor();

    FolderLock.take(folder).close();
  }
}
