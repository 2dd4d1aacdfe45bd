/**
 * How soon the evolver serves again after its process died, on a log of a given size.
 *
 * <p>Belongs here: the figures, for people and programs. Does not belong here: the stack that has
 * the log, and what fills it.
 */
package io.scarlet.cli.recovery;
