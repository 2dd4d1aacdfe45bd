package io.scarlet.trainer;

import java.util.Locale;

/** What a trainer trains. */
enum Training {
  /** The weights that all candidates of a search share. */
  SUPERNET,
  /** One network by itself. */
  FINALIST;

  /** As a metric's tag. */
  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
