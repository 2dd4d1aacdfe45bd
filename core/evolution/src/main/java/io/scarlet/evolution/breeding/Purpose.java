package io.scarlet.evolution.breeding;

/** What draws are for, so that no two purposes share them. The codes are part of every journal. */
public enum Purpose {
  /** The first generation. */
  SEEDING(1),
  /** All later generations. */
  BREEDING(2),
  /** Offspring that a prediction chooses from. */
  POOLING(3);

  private final int code;

  Purpose(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
