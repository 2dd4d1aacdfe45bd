/**
 * The reference backend: every kernel as a few operations of ND4J, on whatever ND4J runs on. The
 * fast kernels are checked against it; machines that the fast kernels do not serve compute with it.
 *
 * <p>Belongs here: memory as ND4J arrays, NHWC and row-major always (its oneDNN crashes on column
 * order), and kernels put together from its operations. Does not belong here: loops over values,
 * which would not run on a GPU, and anything that knows of layers.
 */
package io.scarlet.backend.portable;
