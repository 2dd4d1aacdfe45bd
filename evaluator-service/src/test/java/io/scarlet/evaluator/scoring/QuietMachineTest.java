package io.scarlet.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietMachineTest {

  @TempDir private Path folder;

  @Test
  void whatAsksForAQuietMachineComputesOneAfterTheOther() throws Exception {
    AtomicInteger computing = new AtomicInteger();
    try (ExecutorService evaluators = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> seen = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        seen.add(
            evaluators.submit(
                () ->
                    new QuietMachine(folder.resolve("lock"))
                        .alone(
                            () -> {
                              int together = computing.incrementAndGet();
                              Thread.onSpinWait();
                              computing.decrementAndGet();
                              return together;
                            })));
      }
      for (Future<Integer> one : seen) {
        assertThat(one.get()).isEqualTo(1);
      }
    }
  }

  @Test
  void theFileIsLockedWhileSomethingComputesAndNoLonger() throws Exception {
    Path file = folder.resolve("lock");
    try (FileChannel other =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      new QuietMachine(file)
          .alone(
              () -> {
                assertThatThrownBy(other::tryLock).isInstanceOf(OverlappingFileLockException.class);
                return true;
              });
      assertThat(other.tryLock()).isNotNull();
    }
  }

  @Test
  void aFileThatCannotBeLockedIsNamed() {
    Path nowhere = folder.resolve("missing").resolve("lock");

    assertThatThrownBy(() -> new QuietMachine(nowhere).alone(() -> 1))
        .hasCauseInstanceOf(IOException.class)
        .hasMessageContaining("no lock on " + nowhere);
  }
}
