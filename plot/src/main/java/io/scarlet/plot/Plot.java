package io.scarlet.plot;

import java.util.List;
import java.util.stream.Collectors;

/** A plot in the making: two axes, then marks upon them, drawn in the order in which they come. */
public final class Plot {

  private static final int HEIGHT = 380;
  private static final int LEFT = 64;
  private static final int RIGHT = 20;
  private static final int TOP = 16;
  private static final int BOTTOM = 52;

  private final int width;
  private final Axis across;
  private final Axis up;
  private final StringBuilder svg = new StringBuilder();

  /** How much of the page's width a plot gets, so that its text is of one size everywhere. */
  public enum Size {
    WHOLE(1000),
    HALF(500);

    private final int width;

    Size(int width) {
      this.width = width;
    }
  }

  /** A value in both directions. */
  public record Point(double across, double up) {}

  /**
   * An empty plot.
   *
   * @param description for those who do not see it
   */
  public Plot(Size size, String description, Axis across, Axis up) {
    this.width = size.width;
    this.across = across;
    this.up = up;
    svg.append(
        Markup.format(
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n",
            width, HEIGHT, Markup.escaped(description)));
    ticks();
    titles();
  }

  /** A dot with a text that shows where the pointer rests on it. */
  public Plot dot(Point at, double radius, String look, String text) {
    svg.append(
        Markup.format(
            "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>%s</title></circle>%n",
            look, x(at.across()), y(at.up()), radius, Markup.escaped(text)));
    return this;
  }

  /** A line from point to point. */
  public Plot line(List<Point> points, String look) {
    String path =
        points.stream()
            .map(point -> Markup.format("%.1f,%.1f", x(point.across()), y(point.up())))
            .collect(Collectors.joining(" "));
    svg.append(Markup.format("<polyline class=\"%s\" points=\"%s\"/>%n", look, path));
    return this;
  }

  /** The plot as markup. */
  public String svg() {
    return svg + "</svg>\n";
  }

  private void ticks() {
    for (double value : up.values()) {
      svg.append(
          Markup.format(
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                  + "<text class=\"tick end\" x=\"%d\" y=\"%.1f\">%s</text>%n",
              LEFT,
              width - RIGHT,
              y(value),
              y(value),
              LEFT - 8,
              y(value) + 4,
              up.label().apply(value)));
    }
    for (double value : across.values()) {
      svg.append(
          Markup.format(
              "<text class=\"tick middle\" x=\"%.1f\" y=\"%d\">%s</text>%n",
              x(value), HEIGHT - BOTTOM + 18, across.label().apply(value)));
    }
  }

  private void titles() {
    svg.append(
        Markup.format(
            "<text class=\"title middle\" x=\"%d\" y=\"%d\">%s</text>"
                + "<text class=\"title middle\" transform=\"translate(14 %d) rotate(-90)\">%s</text>%n",
            (LEFT + width - RIGHT) / 2,
            HEIGHT - 10,
            Markup.escaped(across.title()),
            (TOP + HEIGHT - BOTTOM) / 2,
            Markup.escaped(up.title())));
  }

  private double x(double value) {
    return LEFT + across.position(value) * (width - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - up.position(value) * (HEIGHT - BOTTOM - TOP);
  }
}
