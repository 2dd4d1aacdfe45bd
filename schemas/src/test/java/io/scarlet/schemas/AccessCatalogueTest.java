package io.scarlet.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class AccessCatalogueTest {

  private static final Path PAGE = Path.of("..", "docs", "security.md");

  @Test
  void every_topic_has_a_writer_and_a_reader_or_is_for_people() {
    for (Topic topic : TopicCatalogue.all()) {
      assertThat(AccessCatalogue.all())
          .as("writers of %s", topic.name())
          .anyMatch(access -> access.allows(topic, AclOperation.WRITE));
      assertThat(AccessCatalogue.EVOLVER)
          .as("hands out whole logs, so it reads %s", topic.name())
          .matches(access -> access.allows(topic, AclOperation.READ));
    }
  }

  @Test
  void nobody_may_delete_a_journal_or_change_who_may_what() {
    assertThat(AccessCatalogue.all())
        .flatExtracting(Access::rights)
        .flatExtracting(Access.Right::operations)
        .doesNotContain(AclOperation.DELETE, AclOperation.ALTER, AclOperation.ALL);
    assertThat(AccessCatalogue.all())
        .flatExtracting(Access::rights)
        .extracting(right -> right.resource().resourceType())
        .doesNotContain(ResourceType.CLUSTER);
  }

  @Test
  void a_prefix_reaches_no_topic_of_the_catalogue() {
    assertThat(AccessCatalogue.all())
        .flatExtracting(Access::rights)
        .extracting(Access.Right::resource)
        .filteredOn(resource -> resource.patternType() == PatternType.PREFIXED)
        .extracting(ResourcePattern::name)
        .allMatch(
            prefix -> TopicCatalogue.all().stream().noneMatch(t -> t.name().startsWith(prefix)));
  }

  @Test
  void a_right_is_one_entry_of_the_access_control_list_for_each_operation() {
    assertThat(AccessCatalogue.EVALUATOR.bindings("User:e"))
        .hasSize(
            AccessCatalogue.EVALUATOR.rights().stream().mapToInt(r -> r.operations().size()).sum())
        .allMatch(binding -> binding.entry().principal().equals("User:e"));
  }

  @Test
  void the_page_on_security_lists_every_right() throws IOException {
    String page = Files.readString(PAGE);
    for (Access access : AccessCatalogue.all()) {
      for (Access.Right right : access.rights()) {
        assertThat(page).contains(row(access, right));
      }
    }
  }

  private static String row(Access access, Access.Right right) {
    ResourcePattern resource = right.resource();
    return "| %s | %s `%s` | %s |"
        .formatted(
            access.client(),
            resource.resourceType().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            resource.name() + (resource.patternType() == PatternType.PREFIXED ? "*" : ""),
            right.operations().stream().map(AclOperation::name).collect(Collectors.joining(", ")));
  }
}
