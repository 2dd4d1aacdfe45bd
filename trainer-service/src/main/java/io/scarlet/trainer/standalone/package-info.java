/**
 * Training of networks by themselves, and the measure of what came of it, without a broker.
 *
 * <p>Belongs here: what an event that chooses a finalist asks of the core, and the programs that
 * train and evaluate one from files. Does not belong here: topics, and how a network is trained,
 * which {@code io.scarlet.supernet.standalone} knows.
 */
package io.scarlet.trainer.standalone;
