/**
 * The pictures that are decoded.
 *
 * <p>Belongs here: what they show. Does not belong here: their files.
 */
package io.scarlet.bench.picture;
