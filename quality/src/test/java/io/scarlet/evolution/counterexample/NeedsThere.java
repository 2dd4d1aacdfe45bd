package io.scarlet.evolution.counterexample;

import io.scarlet.evolution.counterexample.there.NeedsHere;

/** Half of a cycle. */
public record NeedsThere(NeedsHere there) {}
