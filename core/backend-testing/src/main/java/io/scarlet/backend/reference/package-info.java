/**
 * What kernels and layers must agree with: loops in double precision that are as plain as the
 * formulas.
 *
 * <p>Belongs here: slow and obvious arithmetic, made values and what a backend makes of them, and
 * the comparison. Does not belong here: anything that shares code with a backend.
 */
package io.scarlet.backend.reference;
