/**
 * How fast Scarlet trains, evaluates and reads pictures, beside PyTorch and Pillow doing the same
 * work in turn with it.
 *
 * <p>Belongs here: the program that measures, and what it is asked to do. Does not belong here:
 * anything that Scarlet needs in order to run; nothing depends on this module.
 */
package io.scarlet.bench;
