/**
 * Layers, chains, the supernet, its training and its scoring on a real backend.
 *
 * <p>Belongs here: what needs both the supernet and kernels. Does not belong here: single kernels,
 * and whatever the supernet can be asked without a backend.
 */
package io.scarlet.backend.network;
