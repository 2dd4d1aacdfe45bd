package io.scarlet.evolution.counterexample.there;

import io.scarlet.evolution.counterexample.NeedsThere;

/** The other half. */
public record NeedsHere(NeedsThere here) {}
