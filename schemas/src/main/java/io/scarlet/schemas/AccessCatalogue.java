package io.scarlet.schemas;

import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.scarlet.schemas.Access.Right;
import java.util.List;

/**
 * Who may do what on the broker. The services run with these rights and no others; a client that
 * reads or writes something new gets a line here. {@code DESCRIBE_CONFIGS} is for the check of the
 * topics at the start of a service.
 */
public final class AccessCatalogue {

  /** Group of the trainers, which share the searches. */
  public static final String TRAINERS = "trainers";

  /** Group of the same trainers, which share the finalists. */
  public static final String FINALIST_TRAINERS = "finalist-trainers";

  /** Group of the evaluators, which share the candidates by partitions. */
  public static final String EVALUATORS = "evaluators";

  /**
   * Group of those that take candidates from a queue; a group of the other kind must have another
   * name.
   */
  public static final String EVALUATORS_QUEUE = "evaluators-queue";

  /** Has no members; its offsets bear the marks of what was begun. */
  public static final String EVALUATORS_QUEUE_ATTEMPTS = "evaluators-queue-attempts";

  /** Before what makes the transactional id of an evaluator unlike that of any other. */
  public static final String EVALUATOR_TRANSACTIONS = "scarlet-evaluator-";

  /**
   * Application id of the evolver: its group, and before the names of its own topics and
   * transactions.
   */
  public static final String EVOLVER_APPLICATION = "scarlet-evolver";

  public static final Access TRAINER =
      new Access(
          "trainer",
          List.of(
              Right.topic(TopicCatalogue.SEARCHES, READ, DESCRIBE_CONFIGS),
              Right.topic(TopicCatalogue.FINALISTS, READ, DESCRIBE_CONFIGS),
              Right.topic(TopicCatalogue.CHECKPOINTS, READ, WRITE, DESCRIBE_CONFIGS),
              Right.topic(TopicCatalogue.MODELS, READ, WRITE, DESCRIBE_CONFIGS),
              Right.topic(TopicCatalogue.PROGRESS, WRITE, DESCRIBE_CONFIGS),
              Right.group(TRAINERS, READ),
              Right.group(FINALIST_TRAINERS, READ)));

  /** The same for both ways to share candidates, since the groups are nobody else's. */
  public static final Access EVALUATOR =
      new Access(
          "evaluator",
          List.of(
              Right.topic(TopicCatalogue.CANDIDATES, READ, DESCRIBE_CONFIGS),
              Right.topic(TopicCatalogue.SCORES, WRITE, DESCRIBE_CONFIGS),
              Right.topic(TopicCatalogue.CANDIDATES_DLQ, WRITE, DESCRIBE_CONFIGS),
              Right.group(EVALUATORS, READ),
              Right.group(EVALUATORS_QUEUE, READ, ALTER_CONFIGS),
              Right.group(EVALUATORS_QUEUE_ATTEMPTS, READ),
              Right.transactionsBeginning(EVALUATOR_TRANSACTIONS, WRITE)));

  /** Reads every topic, since it hands out whole logs; makes the topics of its own state. */
  public static final Access EVOLVER =
      new Access(
          "evolver",
          List.of(
              Right.topic(TopicCatalogue.SEARCHES, READ, WRITE, DESCRIBE_CONFIGS),
              Right.topic(TopicCatalogue.CHECKPOINTS, READ, DESCRIBE_CONFIGS),
              Right.topic(TopicCatalogue.SCORES, READ, DESCRIBE_CONFIGS),
              Right.topic(TopicCatalogue.CANDIDATES, READ, WRITE, DESCRIBE_CONFIGS),
              Right.topic(TopicCatalogue.GENERATIONS, READ, WRITE, DESCRIBE_CONFIGS),
              Right.topic(TopicCatalogue.FINALISTS, READ, WRITE, DESCRIBE_CONFIGS),
              Right.topic(TopicCatalogue.PROGRESS, READ, WRITE, DESCRIBE_CONFIGS),
              Right.topic(TopicCatalogue.SCORES_DLQ, READ, WRITE, DESCRIBE_CONFIGS),
              Right.topic(TopicCatalogue.MODELS, READ),
              Right.topic(TopicCatalogue.CANDIDATES_DLQ, READ),
              Right.topicsBeginning(EVOLVER_APPLICATION + "-", CREATE, READ, WRITE),
              Right.group(EVOLVER_APPLICATION, READ),
              Right.transactionsBeginning(EVOLVER_APPLICATION + "-", WRITE)));

  /** Who makes the topics and sets what they must keep; no service. */
  public static final Access PREPARATION =
      new Access(
          "preparation",
          TopicCatalogue.all().stream()
              .map(topic -> Right.topic(topic, CREATE, ALTER_CONFIGS))
              .toList());

  private static final List<Access> ALL = List.of(TRAINER, EVALUATOR, EVOLVER, PREPARATION);

  private AccessCatalogue() {}

  /** All clients of the broker. */
  public static List<Access> all() {
    return ALL;
  }
}
