/**
 * The pictures that are decoded.
 *
 * <p>Belongs here: what they show, and the files that they are written to. Does not belong here:
 * reading them.
 */
package io.scarlet.bench.picture;
