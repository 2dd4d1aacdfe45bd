package io.scarlet.supernet.backend;

import java.util.Optional;

/**
 * Features as the next kernel reads them. Behind a batch norm they are not stored: what it
 * normalises is, and is normalised whenever it is read, which costs less than to write and read the
 * result.
 *
 * @param tensor {@code [N, H, W, C]}
 * @param norm what is applied to the tensor, if anything
 */
public record Features(Tensor tensor, Optional<Norm> norm) {

  /** Features that are stored as they are. */
  public static Features stored(Tensor tensor) {
    return new Features(tensor, Optional.empty());
  }
}
