package io.scarlet.evolver;

/** What the evolver keeps, by name: others ask Kafka Streams which instance has what. */
public final class EvolverStores {

  /** The facts of all searches; a search lies where the first part of its key leads. */
  public static final String JOURNAL = Journal.NAME;

  private EvolverStores() {}
}
