/**
 * The operators of a blueprint with weights: forward, backward, and what a batch norm remembers.
 *
 * <p>Belongs here: one layer an operator, the chain of a segment, and the buffers that a pass works
 * in. Does not belong here: kernels (a {@link io.scarlet.supernet.backend.Backend} has them), and
 * which chains a path takes.
 */
package io.scarlet.supernet.layer;
