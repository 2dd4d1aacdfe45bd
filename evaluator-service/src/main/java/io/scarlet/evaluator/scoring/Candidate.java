package io.scarlet.evaluator.scoring;

import java.util.Optional;

/**
 * An architecture that wants a score, with everything that the score depends on.
 *
 * @param id of the candidate
 * @param searchId of its search
 * @param code architecture code
 * @param source where the accuracy shall come from
 * @param table name of the table of measured networks, empty where the source is another
 * @param checkpoint the weights to score with, where the source needs some
 * @param seed of the search: it picks the recalibration batches
 * @param data the pictures
 * @param batches how the pictures are taken
 * @param timing how its latency is measured, where it is
 */
public record Candidate(
    String id,
    String searchId,
    String code,
    Source source,
    String table,
    Optional<Checkpoint> checkpoint,
    long seed,
    Data data,
    Batches batches,
    Optional<Timing> timing) {

  /** The same to be scored without its latency. */
  public Candidate untimed() {
    return new Candidate(
        id, searchId, code, source, table, checkpoint, seed, data, batches, Optional.empty());
  }

  /** Where an accuracy comes from. */
  public enum Source {
    /** The trained supernet, by its shared weights. */
    SUPERNET,
    /** A table of networks that others have measured. */
    TABLE
  }

  /**
   * A supernet's weights by where they lie and what they are; verify hash and size before use.
   *
   * @param uri where they lie
   * @param sha256 of the file, lower-case hexadecimal
   * @param size bytes
   */
  public record Checkpoint(String uri, String sha256, long size) {}

  /**
   * The pictures to score on.
   *
   * @param set name or folder of the data set
   * @param validationPictures held out of the train split, 0 for a tenth
   * @param sha256 of the data, empty for any
   */
  public record Data(String set, int validationPictures, String sha256) {}

  /**
   * How the pictures are taken.
   *
   * @param recalibrationBatches train batches over which batch norms are measured anew; 0 for none
   * @param recalibrationBatch pictures in each of them
   * @param validationBatch validation pictures a batch
   */
  public record Batches(int recalibrationBatches, int recalibrationBatch, int validationBatch) {}

  /**
   * How a latency is measured.
   *
   * @param runs timed passes, at least 1
   * @param warmUp passes before them
   * @param batch pictures a pass, at least 1
   */
  public record Timing(int runs, int warmUp, int batch) {

    public Timing {
      if (runs < 1 || warmUp < 0 || batch < 1) {
        throw new IllegalArgumentException(
            "a timing has at least 1 run of at least 1 picture, after 0 or more to warm up");
      }
    }
  }
}
