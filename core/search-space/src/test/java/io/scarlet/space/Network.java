package io.scarlet.space;

/** An architecture with its space, as properties draw them. */
record Network(SearchSpace space, Architecture architecture) {}
