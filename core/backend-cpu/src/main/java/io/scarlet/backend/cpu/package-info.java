/**
 * The backend for processors with vector instructions: off-heap memory and kernels on the Vector
 * API, NHWC throughout.
 *
 * <p>Belongs here: memory, threads and kernels of this backend. Every kernel divides its work by
 * the shapes alone and reduces partial sums in order, so that the number of threads cannot change a
 * bit. Does not belong here: layers, paths, training.
 */
package io.scarlet.backend.cpu;
