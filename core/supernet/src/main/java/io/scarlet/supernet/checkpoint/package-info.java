/**
 * A supernet at a step of its training, and where such large things are kept.
 *
 * <p>Belongs here: what a checkpoint holds, and the contract of an artifact store. Does not belong
 * here: file formats and stores, which live in {@code io.scarlet.supernet.checkpoint.io}.
 */
package io.scarlet.supernet.checkpoint;
