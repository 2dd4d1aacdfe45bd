/**
 * From what a person or a program wrote to the events that start and steer a search. The command
 * line and the evolver share it, so a request is refused alike wherever it is made.
 *
 * <p>Belongs here: mapping values onto the schema of {@code SearchRequested}, which is the one
 * place that knows names, types, defaults and ranges; checks across settings; the search's id. Does
 * not belong here: YAML and files ({@code io}).
 */
package io.scarlet.request;
