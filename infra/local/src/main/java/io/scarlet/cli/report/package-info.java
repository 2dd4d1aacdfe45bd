/**
 * The page that shows a search to a person: one HTML file that needs nothing else.
 *
 * <p>Belongs here: text and plots as markup, without scripts or requests to anywhere. Does not
 * belong here: files ({@code io.scarlet.cli.io}), and what follows from the events ({@code
 * io.scarlet.cli.result}).
 */
package io.scarlet.cli.report;
