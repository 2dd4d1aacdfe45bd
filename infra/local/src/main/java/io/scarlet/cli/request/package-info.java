/**
 * From what a person wrote to the event that starts a search.
 *
 * <p>Belongs here: mapping values onto the schema of {@code SearchRequested}, which is the one
 * place that knows names, types, defaults and ranges; checks across settings; the search's id. Does
 * not belong here: YAML and files ({@code io.scarlet.cli.io}).
 */
package io.scarlet.cli.request;
