/**
 * How soon the evolver serves again after its process died, on a log of a given size.
 *
 * <p>Belongs here: what fills such a log, and the figures. Does not belong here: the stack that has
 * it.
 */
package io.scarlet.cli.recovery;
