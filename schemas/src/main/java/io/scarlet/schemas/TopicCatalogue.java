package io.scarlet.schemas;

import io.scarlet.events.CandidateProposed;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.CheckpointPublished;
import io.scarlet.events.DeadLetter;
import io.scarlet.events.FinalistChosen;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.ModelProgressed;
import io.scarlet.events.ModelTrained;
import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchDeleted;
import io.scarlet.events.SearchFailed;
import io.scarlet.events.SearchRequested;
import io.scarlet.events.TrainingProgressed;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Every topic of Scarlet. All are journals: they never compact and never expire ({@code
 * cleanup.policy=delete}, {@code retention.ms=-1}), because the log is the search.
 */
public final class TopicCatalogue {

  /** Partitions of the topics that are keyed by search: co-partitioned, so that they can join. */
  private static final int SEARCH_PARTITIONS = 4;

  /** More than any sensible number of evaluators, which share the partitions. */
  private static final int CANDIDATE_PARTITIONS = 48;

  /**
   * Bytes of a record batch, at most: a generation with its population and front is one record, and
   * so is the request of a fork with all generations that it shares.
   */
  public static final int LARGEST_BATCH = 8 * 1024 * 1024;

  public static final Topic SEARCHES =
      bySearch(
          "nas-searches",
          SearchRequested.getClassSchema(),
          SearchControlled.getClassSchema(),
          SearchDeleted.getClassSchema());
  public static final Topic CHECKPOINTS =
      bySearch("nas-checkpoints", CheckpointPublished.getClassSchema());
  public static final Topic CANDIDATES =
      byCandidate("nas-candidates", CandidateProposed.getClassSchema());
  public static final Topic SCORES = bySearch("nas-scores", CandidateScored.getClassSchema());
  public static final Topic GENERATIONS =
      bySearch("nas-generations", GenerationCompleted.getClassSchema());
  public static final Topic FINALISTS = bySearch("nas-finalists", FinalistChosen.getClassSchema());
  public static final Topic MODELS =
      bySearch("nas-models", ModelProgressed.getClassSchema(), ModelTrained.getClassSchema());
  public static final Topic PROGRESS =
      bySearch("nas-progress", TrainingProgressed.getClassSchema(), SearchFailed.getClassSchema());
  public static final Topic CANDIDATES_DLQ =
      byCandidate("nas-candidates-dlq", DeadLetter.getClassSchema());

  /** What the evolver could not use: scores that it rejects, and records that it cannot read. */
  public static final Topic SCORES_DLQ = bySearch("nas-scores-dlq", DeadLetter.getClassSchema());

  private static final List<Topic> ALL =
      List.of(
          SEARCHES,
          CHECKPOINTS,
          CANDIDATES,
          SCORES,
          GENERATIONS,
          FINALISTS,
          MODELS,
          PROGRESS,
          CANDIDATES_DLQ,
          SCORES_DLQ);

  private TopicCatalogue() {}

  /** All topics, in the way of the data. */
  public static List<Topic> all() {
    return ALL;
  }

  private static Topic bySearch(String name, Schema... values) {
    return new Topic(name, Topic.Key.SEARCH_ID, SEARCH_PARTITIONS, List.of(values));
  }

  private static Topic byCandidate(String name, Schema... values) {
    return new Topic(name, Topic.Key.CANDIDATE_ID, CANDIDATE_PARTITIONS, List.of(values));
  }
}
