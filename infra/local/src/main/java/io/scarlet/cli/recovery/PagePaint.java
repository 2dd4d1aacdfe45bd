package io.scarlet.cli.recovery;

/**
 * How soon a browser shows a page, from when it is asked for.
 *
 * @param first milliseconds to the first contentful paint
 * @param filled milliseconds until what it lists is there
 */
public record PagePaint(double first, double filled) {}
