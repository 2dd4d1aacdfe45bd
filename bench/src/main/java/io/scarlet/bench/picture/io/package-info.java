/**
 * Files of drawn pictures.
 *
 * <p>Belongs here: writing them, and the layout of their folder. Does not belong here: what they
 * show.
 */
package io.scarlet.bench.picture.io;
