package io.scarlet.bench.ours;

import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.data.Batch;

/** One kind of work by Scarlet, ready to be repeated. */
public interface Side extends AutoCloseable {

  /** The weights it works with. */
  Supernet supernet();

  /** The pictures it works on. */
  Batch batch();

  /** Does the work once and returns the loss, the mean over the paths. */
  double once();

  @Override
  void close();
}
