package io.scarlet.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PythonTest {

  private static final Python NONE = new Python("no-such-python", "0", "reference");

  @Test
  void the_peer_keeps_its_memory_and_has_the_threads_that_it_is_compared_with() {
    Map<String, String> environment = NONE.process("", 2).environment();

    assertThat(environment)
        .containsEntry("MALLOC_TRIM_THRESHOLD_", "17179869184")
        .containsEntry("GOMP_SPINCOUNT", "0")
        .containsEntry("OPENBLAS_NUM_THREADS", "2")
        .doesNotContainKeys("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE");
  }

  @Test
  void a_python_that_does_not_start_is_one_line() {
    assertThatThrownBy(() -> new Peer(NONE, 1).close())
        .isInstanceOf(PeerFailure.class)
        .hasMessageContaining("cannot start no-such-python");
  }
}
