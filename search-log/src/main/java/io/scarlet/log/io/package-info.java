/**
 * The log of a search as a file.
 *
 * <p>Belongs here: reading and writing Avro container files of events. Does not belong here: what
 * the events mean.
 */
package io.scarlet.log.io;
