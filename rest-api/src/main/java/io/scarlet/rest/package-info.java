/**
 * What the evolver answers over HTTP, as records: the contract between it and whoever asks.
 *
 * <p>Belongs here: the shapes of answers, each field described for the OpenAPI document. Does not
 * belong here: where an answer comes from, and how it is shown.
 */
package io.scarlet.rest;
