/**
 * Training from scratch of one network by itself.
 *
 * <p>Belongs here: what is asked for, the run from the first step or a checkpoint to the model, and
 * the contract of whoever keeps checkpoints. Does not belong here: the step itself, and the model.
 */
package io.scarlet.supernet.standalone;
