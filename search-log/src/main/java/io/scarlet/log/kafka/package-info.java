/**
 * The log of a search as it lies on the broker.
 *
 * <p>Belongs here: reading all records of a search to where the log ends now. Does not belong here:
 * following a search while it runs, and writing to the log.
 */
package io.scarlet.log.kafka;
