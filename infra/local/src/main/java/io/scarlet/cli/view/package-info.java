/**
 * What a person sees while a search runs and when it has ended.
 *
 * <p>Belongs here: a live display on a terminal, plain lines elsewhere, the closing summary. Does
 * not belong here: where the events come from.
 */
package io.scarlet.cli.view;
