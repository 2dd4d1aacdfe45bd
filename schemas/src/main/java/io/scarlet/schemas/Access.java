package io.scarlet.schemas;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What one client of the broker may do: all that it needs, and nothing else.
 *
 * @param client which one, {@code evaluator} for instance
 * @param rights in the order topics, groups, transactions
 */
public record Access(String client, List<Right> rights) {

  private static final String ANY_HOST = "*";

  public Access {
    rights = List.copyOf(rights);
  }

  /**
   * Some operations on what a pattern names. Reading and writing imply describing, as Kafka has it.
   *
   * @param resource one, or all whose name begins so
   * @param operations at least one
   */
  public record Right(ResourcePattern resource, Set<AclOperation> operations) {

    public Right {
      operations = Collections.unmodifiableSet(EnumSet.copyOf(operations));
    }

    static Right topic(Topic topic, AclOperation... operations) {
      return of(ResourceType.TOPIC, topic.name(), PatternType.LITERAL, operations);
    }

    static Right topicsBeginning(String prefix, AclOperation... operations) {
      return of(ResourceType.TOPIC, prefix, PatternType.PREFIXED, operations);
    }

    static Right group(String name, AclOperation... operations) {
      return of(ResourceType.GROUP, name, PatternType.LITERAL, operations);
    }

    static Right transactionsBeginning(String prefix, AclOperation... operations) {
      return of(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED, operations);
    }

    private static Right of(
        ResourceType type, String name, PatternType pattern, AclOperation... operations) {
      return new Right(
          new ResourcePattern(type, name, pattern), Set.copyOf(Arrays.asList(operations)));
    }
  }

  /** Whether this client may do something with a topic. */
  public boolean allows(Topic topic, AclOperation operation) {
    return rights.stream()
        .filter(right -> right.resource().resourceType() == ResourceType.TOPIC)
        .filter(right -> right.resource().name().equals(topic.name()))
        .anyMatch(right -> right.operations().contains(operation));
  }

  /**
   * The same as the broker's access control list has it.
   *
   * @param principal who gets the rights, {@code User:evaluator} for instance
   */
  public Set<AclBinding> bindings(String principal) {
    return rights.stream()
        .flatMap(
            right ->
                right.operations().stream()
                    .map(operation -> binding(right.resource(), principal, operation)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static AclBinding binding(
      ResourcePattern resource, String principal, AclOperation operation) {
    return new AclBinding(
        resource, new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW));
  }
}
