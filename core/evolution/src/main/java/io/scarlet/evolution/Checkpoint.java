package io.scarlet.evolution;

/**
 * Trained weights, by when they were published, where they lie and what they are.
 *
 * @param step optimizer updates that made them
 * @param last whether training is complete with them
 * @param uri where they lie
 * @param sha256 lower-case hexadecimal
 * @param size bytes
 */
public record Checkpoint(long step, boolean last, String uri, String sha256, long size) {}
