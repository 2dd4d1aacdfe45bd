/**
 * The command line's side of the log: it publishes a request and follows what comes of it.
 *
 * <p>Belongs here: producing, consuming, and turning records into a history. Does not belong here:
 * how the history is shown or written.
 */
package io.scarlet.cli.follow;
