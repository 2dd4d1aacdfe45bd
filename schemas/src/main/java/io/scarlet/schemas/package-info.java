/**
 * The contract between the services: which topics there are, what lies on them, and how it is
 * written.
 *
 * <p>Belongs here: the Avro records (generated into {@code io.scarlet.events}), the topic
 * catalogue, the wire format and the checks of both. Does not belong here: anything that decides.
 * Only adapters may depend on this module.
 */
package io.scarlet.schemas;
