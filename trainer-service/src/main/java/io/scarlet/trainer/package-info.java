/**
 * The service that trains supernets: from a request on the log to checkpoints in the store.
 *
 * <p>Belongs here: decoding requests, driving a training, storing and publishing its checkpoints
 * and its progress. Does not belong here: how a supernet is trained, which {@code
 * io.scarlet.supernet.training} knows.
 */
package io.scarlet.trainer;
