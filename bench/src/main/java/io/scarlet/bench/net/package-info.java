/**
 * The networks that are measured and the pictures that they get.
 *
 * <p>Belongs here: search spaces, batches, random pictures. Does not belong here: clocks.
 */
package io.scarlet.bench.net;
