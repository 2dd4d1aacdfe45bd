package io.scarlet.evolution.counterexample;

/** Breaks the rule on names. */
public record PathUtil() {}
