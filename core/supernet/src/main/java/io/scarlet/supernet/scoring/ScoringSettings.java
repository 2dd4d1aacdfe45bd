package io.scarlet.supernet.scoring;

/**
 * What is part of a score's identity.
 *
 * @param recalibrationBatches train batches over which batch norms are measured anew; 0 keeps what
 *     the supernet remembers of mixed paths
 * @param recalibrationBatch pictures a recalibration batch, at least 2
 * @param batch validation pictures a batch, at least 1
 */
public record ScoringSettings(int recalibrationBatches, int recalibrationBatch, int batch) {

  public ScoringSettings {
    if (recalibrationBatches < 0 || recalibrationBatch < 2 || batch < 1) {
      throw new IllegalArgumentException(
          "scoring needs recalibration batches >= 0 of >= 2 pictures, and batches of >= 1 picture");
    }
  }
}
