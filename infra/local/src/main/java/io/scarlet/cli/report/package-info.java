/**
 * The page that shows a search to a person: one HTML file that needs nothing else.
 *
 * <p>Belongs here: what the page says and which plots it has. Does not belong here: markup ({@code
 * io.scarlet.plot}), files ({@code io.scarlet.cli.io}), and what follows from the events ({@code
 * io.scarlet.cli.result}).
 */
package io.scarlet.cli.report;
