/**
 * How accurate networks truly are.
 *
 * <p>Belongs here: where a network's accuracy after training by itself comes from. Does not belong
 * here: what a supernet says about it; reading files, which {@code io.scarlet.study.io} does.
 */
package io.scarlet.study.truth;
