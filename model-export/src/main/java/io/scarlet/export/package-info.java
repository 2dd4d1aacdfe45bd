/**
 * Models for other programs: how their tensors are named and laid out there, and what a person
 * should know of them.
 *
 * <p>Belongs here: the mapping between our tensors and those of frameworks that put channels first,
 * and the model card. Does not belong here: training, and anything that needs a backend.
 */
package io.scarlet.export;
