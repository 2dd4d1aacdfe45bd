package io.scarlet.supernet;

import io.scarlet.supernet.layer.Stabilizer;

/** What stands where a path skips a layer, while the supernet trains and scores. */
public enum SkipTraining {
  /** A stabilizer whose weights start at random. */
  STABILIZER,
  /** A stabilizer that starts as the identity. */
  STABILIZER_FROM_IDENTITY,
  /** The plain identity, for comparison. */
  IDENTITY;

  /** How a stabilizer starts. */
  Stabilizer.Init init() {
    return this == STABILIZER_FROM_IDENTITY ? Stabilizer.Init.IDENTITY : Stabilizer.Init.KAIMING;
  }
}
