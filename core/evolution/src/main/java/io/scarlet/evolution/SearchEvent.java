package io.scarlet.evolution;

/** What changes a search: a fact from outside, or a decision that followed from facts. */
public sealed interface SearchEvent permits Fact, Decision {}
