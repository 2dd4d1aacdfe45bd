/**
 * Checkpoints as files, and files by their content.
 *
 * <p>Belongs here: the safetensors format and the artifact store in a folder. Does not belong here:
 * what a checkpoint means.
 */
package io.scarlet.supernet.checkpoint.io;
