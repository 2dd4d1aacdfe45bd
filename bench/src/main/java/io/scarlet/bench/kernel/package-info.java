/**
 * Each kernel of the backend by itself, measured by JMH.
 *
 * <p>Belongs here: benchmarks through the backend's interface, on shapes of real networks. Does not
 * belong here: anything about one backend.
 */
package io.scarlet.bench.kernel;
