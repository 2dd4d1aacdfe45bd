package io.scarlet.request.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.request.RequestRefused;
import io.scarlet.request.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestYamlTest {

  @Test
  void values_know_their_line_and_column() {
    Written.Mapping read = RequestYaml.mapping("my.yaml", "seed: 1\ntraining:\n  epochs: 4\n");

    Written.Mapping training = (Written.Mapping) read.entries().get("training");
    assertThat(training.entries().get("epochs").place().text())
        .isEqualTo("my.yaml, line 3, column 11");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void nesting_that_would_end_the_readers_thread_is_refused(String level) {
    assertThatThrownBy(() -> RequestYaml.mapping("my.yaml", level.repeat(100_000)))
        .isInstanceOf(RequestRefused.class)
        .hasMessageContaining("this is nested too deeply");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'seed: [1\\n'            | line 2, column 1
          'seed: 1\\nseed: 2\\n'   | line 2, column 1: the setting 'seed' is there twice
          'seed: *nowhere\\n'      | line 1, column 7
          'a: &a [*a]\\n'          | an alias leads to itself
          'seed\\t: x: y\\n'       | is not YAML
          '- 1\\n'                 | line 1, column 1: a request is keys and values, got a list
          ''                       | it is empty
          '[a, b]: 1\\n'           | a key is one word
          """)
  void what_is_no_request_is_refused_with_its_place(String yaml, String message) {
    assertThatThrownBy(() -> RequestYaml.mapping("my.yaml", yaml.translateEscapes()))
        .isInstanceOf(RequestRefused.class)
        .hasMessageStartingWith("my.yaml")
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }
}
