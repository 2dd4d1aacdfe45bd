/**
 * The other side of a comparison: PyTorch in a process of its own.
 *
 * <p>Belongs here: how it is found, started, told what to do and asked how long it took. Does not
 * belong here: what is compared.
 */
package io.scarlet.bench.peer;
