package io.scarlet.study.rank;

import io.scarlet.supernet.scoring.Score;

/**
 * What a supernet says about a network.
 *
 * @param key what was scored, and how
 * @param score what came of it
 */
public record ScoredNetwork(Key key, Score score) {

  /**
   * What decides a score within a study.
   *
   * @param seed of the supernet
   * @param recalibrationBatches train batches over which batch norms were measured anew
   * @param code of the network, as sampled
   */
  public record Key(long seed, int recalibrationBatches, String code) {}
}
