/**
 * A training by itself as files.
 *
 * <p>Belongs here: the folder that a training goes on in. Does not belong here: what a checkpoint
 * holds, and its format.
 */
package io.scarlet.supernet.standalone.io;
