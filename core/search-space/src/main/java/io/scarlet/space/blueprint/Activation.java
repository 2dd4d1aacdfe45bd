package io.scarlet.space.blueprint;

import java.util.Locale;

/** The non-linearity behind a convolution. */
public enum Activation {
  /** The identity: a linear bottleneck. */
  NONE,
  /** {@code max(0, x)}. */
  RELU,
  /** {@code min(6, max(0, x))}. */
  RELU6,
  /** {@code x * relu6(x + 3) / 6}, from MobileNetV3 (arXiv 1905.02244). */
  HSWISH;

  /** The name that files use, {@code relu6} for instance. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
