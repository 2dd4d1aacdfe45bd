/**
 * A search as its events tell it.
 *
 * <p>Belongs here: what follows from the events of one search: the candidates in folding order, the
 * front, who descends from whom. Does not belong here: how it is written or shown.
 */
package io.scarlet.cli.result;
