package io.scarlet.schemas.kafka;

import io.scarlet.schemas.Access;
import io.scarlet.schemas.Access.Right;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.PatternType;

/**
 * Asks the broker which rights a client has, and tells those that it lacks. Of groups and
 * transactions it tells only whether they may be used at all.
 *
 * @param admin a client of the cluster with these rights; stays the caller's
 * @param who the client as the broker knows it
 * @param answer how long to wait for each answer
 */
record AccessFaults(Admin admin, Optional<String> who, Duration answer) {

  /** No name of ours: nothing of that name is made or changed. */
  private static final String PROBE = "probe";

  /** What is lacking and how to grant it, one line each. */
  List<String> of(Access access) throws InterruptedException, TimeoutException, ExecutionException {
    List<String> faults = new ArrayList<>();
    for (Right right : access.rights()) {
      Set<AclOperation> lacking = lacking(right);
      if (!lacking.isEmpty()) {
        faults.add(fault(right, lacking));
      }
    }
    return faults;
  }

  private Set<AclOperation> lacking(Right right)
      throws InterruptedException, TimeoutException, ExecutionException {
    String name = right.resource().name();
    boolean prefix = right.resource().patternType() == PatternType.PREFIXED;
    try {
      return switch (right.resource().resourceType()) {
        case TOPIC -> prefix ? creating(name + PROBE) : lackingOf(name, right.operations());
        case GROUP ->
            asked(admin.describeConsumerGroups(List.of(name)).describedGroups().get(name));
        case TRANSACTIONAL_ID ->
            asked(admin.describeTransactions(List.of(name + PROBE)).description(name + PROBE));
        default -> Set.of();
      };
    } catch (ExecutionException refused) {
      if (refused.getCause() instanceof AuthorizationException) {
        return right.operations();
      }
      throw refused;
    }
  }

  private Set<AclOperation> lackingOf(String topic, Set<AclOperation> needed)
      throws InterruptedException, TimeoutException, ExecutionException {
    Set<AclOperation> granted =
        admin
            .describeTopics(
                List.of(topic), new DescribeTopicsOptions().includeAuthorizedOperations(true))
            .topicNameValues()
            .get(topic)
            .get(answer.toMillis(), TimeUnit.MILLISECONDS)
            .authorizedOperations();
    Set<AclOperation> lacking = EnumSet.copyOf(needed);
    lacking.removeAll(Optional.ofNullable(granted).orElse(needed));
    return lacking;
  }

  /** Nothing is created. */
  private Set<AclOperation> creating(String topic)
      throws InterruptedException, TimeoutException, ExecutionException {
    admin
        .createTopics(
            List.of(new NewTopic(topic, Optional.of(1), Optional.empty())),
            new CreateTopicsOptions().validateOnly(true))
        .all()
        .get(answer.toMillis(), TimeUnit.MILLISECONDS);
    return Set.of();
  }

  /** What does not exist, or is of another kind, may be used. */
  private Set<AclOperation> asked(KafkaFuture<?> description)
      throws InterruptedException, TimeoutException, ExecutionException {
    try {
      description.get(answer.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException refused) {
      if (refused.getCause() instanceof AuthorizationException) {
        throw refused;
      }
    }
    return Set.of();
  }

  private String fault(Right right, Set<AclOperation> lacking) {
    String type = right.resource().resourceType().name().toLowerCase(Locale.ROOT);
    String prefix =
        right.resource().patternType() == PatternType.PREFIXED
            ? " --resource-pattern-type prefixed"
            : "";
    return "%s lacks %s on %s %s%s: kafka-acls.sh --add --allow-principal %s %s --%s %s%s"
        .formatted(
            who.orElse("this client"),
            lacking.stream().map(AclOperation::name).collect(Collectors.joining(", ")),
            type.replace('_', ' '),
            right.resource().name(),
            prefix.isEmpty() ? "" : "*",
            who.orElse("User:..."),
            lacking.stream()
                .map(operation -> "--operation " + operation.name())
                .collect(Collectors.joining(" ")),
            type.replace('_', '-'),
            right.resource().name(),
            prefix);
  }
}
