package io.scarlet.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.cli.io.SearchInput;
import io.scarlet.events.SearchRequested;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.space.io.SearchSpaceYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DocumentationTest {

  private static final SourceTree PROJECT = SourceTree.ofProject();
  private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern TOPIC = Pattern.compile("`(nas-[a-z-]+)`");

  @TestFactory
  Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
    return PROJECT.files(".md").stream()
        .map(page -> DynamicTest.dynamicTest(page.toString(), () -> checkLinks(page)));
  }

  @Test
  void thePageOnArchitectureNamesEveryTopicAndNoOther() throws IOException {
    Set<String> catalogue =
        TopicCatalogue.all().stream()
            .map(Topic::name)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(matches(TOPIC, Path.of("docs/architecture.md"))).isEqualTo(catalogue);
  }

  @TestFactory
  Stream<DynamicTest> everyExampleIsAValidRequest() throws IOException {
    return PROJECT.files(".yaml").stream()
        .filter(file -> file.startsWith("examples"))
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> checkRequest(file)));
  }

  private static void checkLinks(Path page) throws IOException {
    for (String link : matches(LINK, page)) {
      if (!link.contains("://")) {
        checkLink(page, link);
      }
    }
  }

  private static void checkLink(Path page, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    assertThat(PROJECT.root().resolve(target)).as(link).exists();
    if (parts.length == 2) {
      assertThat(anchors(target)).as(link).contains(parts[1]);
    }
  }

  /** As GitHub makes them of headings. */
  private static Set<String> anchors(Path page) throws IOException {
    return matches(HEADING, page).stream()
        .map(heading -> heading.toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static void checkRequest(Path file) {
    SearchRequested request = SearchInput.file(PROJECT.root().resolve(file)).request();

    assertThat(SearchSpaceYaml.read(request.getSpace()).layers()).isNotEmpty();
  }

  private static Set<String> matches(Pattern pattern, Path page) throws IOException {
    return pattern
        .matcher(Files.readString(PROJECT.root().resolve(page)))
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
