/**
 * Where checkpoints and models lie, by address.
 *
 * <p>Belongs here: stores that are reached over a network, and which address is which store. Does
 * not belong here: the folder that needs no client, which is the supernet's {@code
 * FileArtifactStore}; what is in an artifact.
 */
package io.scarlet.store;
