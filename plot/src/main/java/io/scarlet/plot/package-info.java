/**
 * Pages and plots for people: HTML files that need nothing else.
 *
 * <p>Belongs here: text, axes, dots, lines and squares as markup, without scripts or requests to
 * anywhere. Does not belong here: what is shown.
 */
package io.scarlet.plot;
