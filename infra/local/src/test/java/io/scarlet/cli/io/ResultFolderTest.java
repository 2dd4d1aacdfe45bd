package io.scarlet.cli.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scarlet.cli.Histories;
import io.scarlet.cli.result.SearchHistory;
import io.scarlet.request.RequestRefused;
import io.scarlet.supernet.checkpoint.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {

  @TempDir private Path root;

  private final SearchHistory history = Histories.generations(4);

  @Test
  void a_search_leaves_its_request_its_candidates_its_front_and_a_report() throws IOException {
    ResultFolder folder = ResultFolder.named(root.resolve("new"));
    folder.open(history.request());
    folder.write(history);

    try (Stream<Path> files = Files.list(folder.path())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("search.json", "evaluated.csv", "front.json", "report.html");
    }
  }

  @Test
  void a_folder_that_holds_something_is_refused_and_left_alone() throws IOException {
    Files.writeString(root.resolve("thesis.txt"), "years of work");

    assertThatThrownBy(() -> ResultFolder.named(root))
        .isInstanceOf(RequestRefused.class)
        .hasMessageContaining("name another folder");
    assertThat(root.resolve("thesis.txt")).hasContent("years of work");
  }

  @Test
  void a_file_that_cannot_be_written_whole_is_not_written_at_all() throws IOException {
    Path taken = Files.createDirectories(root.resolve("front.json").resolve("full"));

    assertThatThrownBy(() -> WholeFile.write(root.resolve("front.json"), "{}"))
        .isInstanceOf(IOException.class);
    assertThat(taken).exists();
    try (Stream<Path> files = Files.list(root)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void the_front_tells_code_network_objectives_costs_and_lineage() throws IOException {
    JsonNode front = new ObjectMapper().readTree(FrontJson.text(history));

    assertThat(front.get("searchId").asText()).isEqualTo(history.request().getSearchId());
    assertThat(front.get("front")).hasSize(history.front().size());
    JsonNode first = front.get("front").get(0);
    assertThat(first.get("network").asText().split(" ")).hasSize(7);
    assertThat(first.get("accuracy").asDouble()).isBetween(0.0, 1.0);
    assertThat(first.get("parents")).hasSize(2);
    assertThat(first.get("lineage").get(0).asText()).startsWith("g0s");
  }

  @Test
  void the_candidates_stand_in_the_order_in_which_the_search_took_them_in() {
    List<String> lines = EvaluatedCsv.text(history).lines().toList();

    assertThat(lines.getFirst())
        .startsWith("order,generation,slot,code,accuracy,macs,params,depth,origin,parents");
    assertThat(lines).hasSize(1 + history.evaluated().size());
    assertThat(lines.get(1)).startsWith("0,0,0,0120313,0.7,900000,20000,3,SEEDED,,g0s0,");
    assertThat(lines.get(14)).startsWith("13,1,1,").contains(",CROSSOVER,g0s1 g0s6,g1s1,");
  }

  @Test
  void a_failed_evaluation_has_no_accuracy_but_its_reason() {
    assertThat(EvaluatedCsv.text(history).lines().filter(line -> line.startsWith("19,")))
        .singleElement()
        .asString()
        .contains(",,2090000,")
        .endsWith(",\"the weights are gone, \"\"all\"\" of them\",,,");
  }
}
