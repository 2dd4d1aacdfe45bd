package io.scarlet.supernet.standalone;

import io.scarlet.supernet.checkpoint.SupernetCheckpoint;
import java.io.IOException;
import java.util.Optional;

/** Where a training goes on after a crash. */
public interface Checkpoints {

  /**
   * The newest, if there is one.
   *
   * @throws IOException if it cannot be read
   */
  Optional<SupernetCheckpoint> newest() throws IOException;

  /**
   * Keeps one. When this returns, a crash costs no more than what comes after it.
   *
   * @param epoch that ended with it
   * @throws IOException if it cannot be written
   */
  void keep(SupernetCheckpoint checkpoint, EpochReport epoch) throws IOException;
}
