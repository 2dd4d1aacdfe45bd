/**
 * How benchmarks are written down.
 *
 * <p>Belongs here: JSON, of results and of what the peer is asked. Does not belong here: what the
 * values mean.
 */
package io.scarlet.bench.io;
