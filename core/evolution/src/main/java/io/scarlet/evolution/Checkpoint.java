package io.scarlet.evolution;

/**
 * Trained weights, by where they lie and what they are.
 *
 * @param uri where they lie
 * @param sha256 lower-case hexadecimal
 * @param size bytes
 */
public record Checkpoint(String uri, String sha256, long size) {}
