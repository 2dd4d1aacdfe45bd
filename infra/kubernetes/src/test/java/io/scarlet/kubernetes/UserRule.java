package io.scarlet.kubernetes;

import io.scarlet.schemas.Access;
import io.scarlet.schemas.AccessCatalogue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Each service has the rights that the catalogue gives it, no more and no fewer. Others, which the
 * catalogue does not know, may read what is theirs and never write a journal.
 */
final class UserRule implements Rule {

  /** Topics are made by the operator here, so nobody needs the rights to prepare them. */
  private static final List<Access> SERVICES =
      List.of(AccessCatalogue.TRAINER, AccessCatalogue.EVALUATOR, AccessCatalogue.EVOLVER);

  private static final Set<String> CHANGING =
      Set.of("Write", "Delete", "Alter", "AlterConfigs", "All", "ClusterAction");

  @Override
  public Stream<String> faults(Manifests manifests) {
    Set<String> services = SERVICES.stream().map(Access::client).collect(Collectors.toSet());
    return Stream.concat(
        SERVICES.stream().flatMap(access -> faults(access, manifests)),
        manifests
            .of("KafkaUser")
            .filter(user -> !services.contains(user.name()))
            .filter(user -> granted(user).stream().anyMatch(UserRule::changesJournals))
            .map(user -> user.title() + ": may change journals and is no service"));
  }

  private static Stream<String> faults(Access access, Manifests manifests) {
    return manifests
        .find("KafkaUser", access.client())
        .map(
            user -> {
              Set<String> expected = expected(access);
              Set<String> granted = granted(user);
              return Stream.concat(
                  without(granted, expected)
                      .map(right -> user.title() + ": more than the catalogue gives: " + right),
                  without(expected, granted).map(right -> user.title() + ": lacks " + right));
            })
        .orElseGet(() -> Stream.of("KafkaUser %s is missing".formatted(access.client())));
  }

  private static Stream<String> without(Set<String> some, Set<String> others) {
    return some.stream().filter(right -> !others.contains(right));
  }

  private static boolean changesJournals(String right) {
    String[] parts = right.split(" ", 4);
    boolean reachesJournals =
        parts[2].startsWith("nas-") || (parts[1].equals("prefix") && "nas-".startsWith(parts[2]));
    return parts[0].equals("cluster") || (reachesJournals && CHANGING.contains(parts[3]));
  }

  /** One line a right: kind of resource, kind of name, name, operation. */
  private static Set<String> granted(Manifest user) {
    return user.maps("spec", "authorization", "acls").stream()
        .flatMap(
            acl -> {
              Object type = Manifest.at(acl, "resource", "type");
              Object pattern = Manifest.at(acl, "resource", "patternType");
              Object name = Manifest.at(acl, "resource", "name");
              Object operations = acl.get("operations");
              return (operations instanceof List<?> list ? list : List.of())
                  .stream().map(each -> "%s %s %s %s".formatted(type, pattern, name, each));
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> expected(Access access) {
    return access.rights().stream()
        .flatMap(
            right ->
                right.operations().stream().map(operation -> line(right.resource(), operation)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String line(ResourcePattern resource, AclOperation operation) {
    return "%s %s %s %s"
        .formatted(
            resource.resourceType() == ResourceType.TRANSACTIONAL_ID
                ? "transactionalId"
                : resource.resourceType().name().toLowerCase(Locale.ROOT),
            resource.patternType() == PatternType.PREFIXED ? "prefix" : "literal",
            resource.name(),
            asStrimziHasIt(operation));
  }

  private static String asStrimziHasIt(AclOperation operation) {
    return Stream.of(operation.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
