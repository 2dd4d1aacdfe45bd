/**
 * A stack that runs: how the command line finds it and what it asks of it.
 *
 * <p>Belongs here: searches and candidates by abbreviated ids, and following one search to its end.
 * Does not belong here: HTTP and files ({@code io.scarlet.cli.io}), and how answers are shown.
 */
package io.scarlet.cli.stack;
