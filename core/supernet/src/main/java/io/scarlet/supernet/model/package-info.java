/**
 * The network of one architecture after its training: what it is, where it comes from, what it
 * tells apart, and how well.
 *
 * <p>Belongs here: the model, its facts, its use as a classifier, and the measure of it. Does not
 * belong here: how it is trained, and formats other than that of checkpoints.
 */
package io.scarlet.supernet.model;
