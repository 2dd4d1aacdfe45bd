package io.scarlet.plot;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;

/** Text as HTML and SVG want it. */
public final class Markup {

  private static final long THOUSAND = 1_000;
  private static final long MILLION = 1_000_000;
  private static final long BILLION = 1_000_000_000;

  private Markup() {}

  /** The text with nothing in it that could be taken for markup. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** As {@link String#format} does, the same in every country. */
  @FormatMethod
  public static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /** A share as percent with two decimals. */
  public static String percent(double share) {
    return format("%.2f %%", share * 100);
  }

  /** A number with the digits that matter and a letter for thousands, millions, billions. */
  public static String brief(double value) {
    double size = Math.abs(value);
    if (size >= BILLION) {
      return trimmed(value / BILLION) + "G";
    }
    if (size >= MILLION) {
      return trimmed(value / MILLION) + "M";
    }
    return size >= THOUSAND ? trimmed(value / THOUSAND) + "k" : trimmed(value);
  }

  private static String trimmed(double value) {
    return format("%.4f", value).replaceAll("\\.?0+$", "");
  }
}
