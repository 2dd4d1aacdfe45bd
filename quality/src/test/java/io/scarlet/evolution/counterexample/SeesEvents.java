package io.scarlet.evolution.counterexample;

import io.scarlet.events.Direction;

/** Breaks the rule that events are seen by adapters only. */
public record SeesEvents(Direction direction) {}
