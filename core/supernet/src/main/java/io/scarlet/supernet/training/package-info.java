/**
 * How a supernet is trained: the loss, the schedule, the update, the loop.
 *
 * <p>Belongs here: everything between a batch of pictures and changed weights. Does not belong
 * here: how pictures are read, how a checkpoint is written, who is told.
 */
package io.scarlet.supernet.training;
