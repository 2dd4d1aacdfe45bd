package io.scarlet.plot;

import java.util.List;

/**
 * A square matrix as squares, each the darker the greater its value.
 *
 * @param labels of rows and columns
 * @param values a row a label, each -1 to 1; what is below 0 is as light as 0
 */
public record HeatMap(List<String> labels, List<List<Double>> values) {

  private static final int SIDE = 72;
  private static final int MARGIN = 84;
  private static final double DARK = 0.5;

  /** The matrix as markup. */
  public String svg(String description) {
    int size = MARGIN + SIDE * labels.size();
    StringBuilder svg = new StringBuilder();
    svg.append(
        Markup.format(
            "<svg class=\"heat\" viewBox=\"0 0 %d %d\" style=\"max-width: %dpx\" role=\"img\" aria-label=\"%s\">%n",
            size, size, size, Markup.escaped(description)));
    for (int i = 0; i < labels.size(); i++) {
      String label = Markup.escaped(labels.get(i));
      svg.append(text(MARGIN - 10, middle(i) + 4, "tick end", label));
      svg.append(text(middle(i), MARGIN - 12, "tick middle", label));
    }
    for (int row = 0; row < labels.size(); row++) {
      for (int column = 0; column < labels.size(); column++) {
        square(svg, row, column, values.get(row).get(column));
      }
    }
    return svg + "</svg>\n";
  }

  private static void square(StringBuilder svg, int row, int column, double value) {
    double shade = Math.clamp(value, 0, 1);
    svg.append(
        Markup.format(
            "<rect class=\"heat\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill-opacity=\"%.3f\"/>",
            MARGIN + column * SIDE, MARGIN + row * SIDE, SIDE, SIDE, shade));
    svg.append(
        text(
            middle(column),
            middle(row) + 4,
            shade > DARK ? "middle dark" : "middle",
            Markup.format("%.2f", value)));
  }

  private static String text(int x, int y, String look, String text) {
    return Markup.format("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n", look, x, y, text);
  }

  private static int middle(int i) {
    return MARGIN + i * SIDE + SIDE / 2;
  }
}
