/**
 * Confluent's client in the place of Apicurio's.
 *
 * <p>Belongs here: what needs Confluent's classes, which a usual build has not. Does not belong
 * here: anything about the bytes of a record, which are the same with either client.
 */
package io.scarlet.confluent;
