/**
 * How fast a search goes round: what is measured on the log of a search that runs.
 *
 * <p>Belongs here: moments of records, and figures from them. Does not belong here: running the
 * search.
 */
package io.scarlet.cli.pipeline;
