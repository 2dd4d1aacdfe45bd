package io.scarlet.cli.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.Presets;
import io.scarlet.space.io.SearchSpaceYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceTextTest {

  private static final String PRESET = Presets.yaml("fashion-quick").orElseThrow();
  private static final SearchSpace SPACE = SearchSpaceYaml.read(PRESET);

  @TempDir private Path folder;

  @Test
  void a_space_is_named_by_its_preset() throws IOException {
    assertThat(spaceOf("name: a\nspace: fashion-quick\n")).isEqualTo(SPACE);
  }

  @Test
  void a_space_is_a_file_beside_the_request() throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), PRESET);

    assertThat(spaceOf("name: a\nspace: mine.yaml\n")).isEqualTo(SPACE);
  }

  @Test
  void a_space_is_written_within_the_request() throws IOException {
    assertThat(spaceOf("name: a\nspace:\n" + PRESET.indent(4) + "seed: 3\n")).isEqualTo(SPACE);
  }

  @Test
  void an_error_within_the_request_has_the_line_and_column_of_the_request() throws IOException {
    String wrong = PRESET.replace("classes: 10", "classes: ten");
    int line = (int) wrong.substring(0, wrong.indexOf("ten")).lines().count() + 2;

    assertThatThrownBy(() -> spaceOf("name: a\nspace:\n" + wrong.indent(4)))
        .hasMessageContaining("line " + line + ", column 14")
        .hasMessageContaining("'ten'");
  }

  @Test
  void an_unknown_space_is_refused_with_the_nearest_preset() {
    assertThatThrownBy(() -> spaceOf("name: a\nspace: fashion-quik\n"))
        .hasMessageContaining("request.yaml, line 2, column 8")
        .hasMessageContaining("did you mean 'fashion-quick'?");
  }

  @Test
  void a_request_without_a_name_is_called_after_its_file() throws IOException {
    assertThat(input("space: fashion-quick\n").request().getName()).isEqualTo("request");
  }

  @Test
  void a_folder_of_pictures_is_looked_for_beside_the_request() throws IOException {
    assertThat(input("space: fashion-quick\ndata: {set: pictures}\n").request().getData().getSet())
        .isEqualTo(folder.resolve("pictures").toAbsolutePath().toString());
  }

  private SearchSpace spaceOf(String request) throws IOException {
    return SearchSpaceYaml.read(input(request).request().getSpace());
  }

  private SearchInput input(String request) throws IOException {
    return SearchInput.file(Files.writeString(folder.resolve("request.yaml"), request));
  }
}
