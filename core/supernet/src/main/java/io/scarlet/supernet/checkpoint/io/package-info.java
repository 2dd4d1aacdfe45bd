/**
 * Checkpoints as files, and files by their content.
 *
 * <p>Belongs here: the safetensors format, the artifact store in a folder, and what keeps files
 * whole and folders for one process. Does not belong here: what a checkpoint means.
 */
package io.scarlet.supernet.checkpoint.io;
