package io.scarlet.evolution;

/** Which way an objective is better. */
public enum Direction {
  MAXIMIZE,
  MINIMIZE
}
