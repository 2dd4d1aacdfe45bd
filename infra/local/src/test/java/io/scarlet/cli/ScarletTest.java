package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScarletTest {

  @TempDir private Path folder;

  private record Said(int exitCode, String out, String err) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          search --preset fashion-quik            | there is no preset 'fashion-quik': did you mean 'fashion-quick'?
          search --preset nope                    | there is no preset 'nope'. There are fashion-quick
          search --preset scarlet-s1              | is a search space: name it with --set space=scarlet-s1
          search --preset a --config b            | exclude each other
          search --config nowhere.yaml            | there is no file nowhere.yaml
          search --evaluators 0                   | --evaluators 0: it is 1 to 48
          search --data nowhere                   | there is no folder
          search --seed x                         | --seed x: 'seed' needs a whole number, got 'x'
          search --sede 1                         | Unknown option
          bench                                   | Missing required parameter
          bench train-step --nett small-e3k3      | Unknown options
          rank                                    | a study needs pictures: name their folder with --data
          rank --preset nas-bench-macros          | did you mean 'nas-bench-macro'?
          rank --preset fashion-quick --truth nope --epochs 0 | needs a whole number, at least 1
          rank --preset fashion-quick --data x --truth train --set finalists.epoch=2 | did you mean 'epochs'?
          rank --data x --els maybe               | --els maybe: it is identity-init or off or on
          rank --data x --fairness none           | --fairness none: it is strict or uniform
          rank --data x --recalibrate -1          | --recalibrate -1: it is a number of batches, or off
          rank --data x --sampling all            | --sampling all: it is stratified or random
          rank --data x --space fashon-quick      | did you mean 'fashion-quick'?
          rank --data x --epochs 0                | needs a whole number, at least 1
          rank --data x --set evolution.seconds=1 | a study has settings of data, training, evaluation, finalists only
          rank --data fashion-mnist-excerpt --set finalists.epochs=2 | it goes with rank --truth train
          features --data fashion-mnist-excerpt --set finalists.epochs=2 | it goes with rank --truth train
          rank --data x --truth train --set finalists.epoch=2 | did you mean 'epochs'?
          rank --data x --checkpoint nowhere      | --checkpoint nowhere: there is no such file
          rank --data x --checkpoint pom.xml --epochs 3 | is trained already: leave out --epochs
          features --data x --threads 0           | --threads 0: it is at least 1
          serch                                   | Unmatched argument
          replay                                  | Missing required parameter
          replay nowhere.avro                     | there is no file or folder nowhere.avro, and no stack runs
          replay src                              | there is no file src/log.avro
          replay pom.xml                          | pom.xml is no log of a search
          export-log nowhere --output x.zip       | there is no file or folder nowhere, and no stack runs
          import-log nowhere.zip --output new     | there is no file nowhere.zip
          import-log pom.xml --output new         | pom.xml is truncated, damaged or no archive of a search
          import-log pom.xml --output src         | name another folder
          up --evaluators 49                      | --evaluators 49: it is 1 to 48
          prepare                                 | Missing required option: '--settings=FILE'
          prepare --settings nowhere              | cannot read the settings in nowhere
          prepare --settings pom.xml              | pom.xml needs kafka.bootstrap.servers
          list --url http://a --token-file nowhere | cannot read the token in nowhere
          submit --preset nope                    | there is no preset 'nope'. There are fashion-quick
          status                                  | Missing required parameter
          lineage                                 | Missing required parameter
          retrain 0000000                         | name the space of the network by --space
          retrain --space fashion-quick           | has many networks: name one by its code
          retrain 00x --space fashion-quick       | has 7 searchable layers
          retrain 0 --space fashon-quick          | did you mean 'fashion-quick'?
          retrain 0 --search nowhere              | there is no folder of a search nowhere
          retrain 0000000 --space fashion-quick --set epoch=1     | has no setting 'epoch': did you mean 'epochs'?
          retrain 0000000 --space fashion-quick --set momentum=1  | --set momentum=1: 'momentum' needs a number
          evaluate nowhere                        | there is no model nowhere
          evaluate pom.xml                        | pom.xml is no model
          import nowhere --space scarlet-a        | there is no file nowhere
          import pom.xml --space scarlet-a        | pom.xml is not a safetensors file
          import pom.xml --epsilon 2              | --epsilon is from 0 to 1, got 2.0
          import pom.xml --names nowhere.yaml     | there is no file nowhere.yaml
          import pom.xml --names pom.xml          | pom.xml:
          describe fashion-quick --arch 00x       | has 7 searchable layers
          describe fashion-quick --arch 000000x   | layer 7 has no choice 'x'
          describe fashon-quick                   | did you mean 'fashion-quick'?
          """)
  void what_cannot_be_understood_is_one_clear_line_and_exit_code_2(String line, String message) {
    Said said = said(line.split(" "));

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).startsWith("scarlet: ").contains(message);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).doesNotContain("Exception", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "submit --preset nas-bench-macro",
        "list",
        "status any",
        "pause any",
        "resume any",
        "stop any",
        "front any",
        "lineage any-g000-s00",
        "delete any",
        "down"
      })
  void a_command_for_a_stack_says_that_none_runs_and_has_exit_code_1(String line) {
    Said said = said((line + " --folder nowhere").split(" "));

    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(said.err()).startsWith("scarlet: no stack runs on ").contains("nowhere");
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.out()).isEmpty();
  }

  @Test
  void a_stack_that_does_not_answer_is_one_line_and_exit_code_1() {
    Said said = said("list", "--url", "http://127.0.0.1:1");

    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(said.err())
        .startsWith("scarlet: no stack answers at http://127.0.0.1:1: start one by ./scarlet up");
    assertThat(said.err().lines()).hasSize(1);
  }

  @Test
  void an_output_folder_with_something_in_it_is_refused_before_anything_starts()
      throws IOException {
    Files.writeString(folder.resolve("mine"), "");

    Said said = said("search", "--output", folder.toString());

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).contains("name another folder");
    assertThat(folder.resolve("logs")).doesNotExist();
  }

  @Test
  void a_truncated_data_folder_is_refused_before_anything_starts() throws IOException {
    for (String part :
        List.of("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")) {
      Files.write(folder.resolve(part + "-ubyte"), new byte[] {0, 0, 8, 3, 0, 0});
    }

    Said said = said("search", "--data", folder.toString(), "--output", folder + "/results");

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).contains("-ubyte").doesNotContain("Exception");
    assertThat(said.err().lines()).hasSize(1);
    assertThat(folder.resolve("results")).doesNotExist();
  }

  @Test
  void a_space_is_described_by_its_preset_and_by_its_file() throws IOException {
    Path request = Files.writeString(folder.resolve("r.yaml"), "space: fashion-quick\n");

    assertThat(said("describe", "fashion-quick").out())
        .contains("fashion-quick")
        .isEqualTo(said("describe", request.toString()).out());
  }

  @Test
  void a_network_is_described_for_programs() {
    assertThat(said("describe", "nas-bench-macro", "--arch", "22212220", "--json").out())
        .startsWith("{")
        .contains("\"params\": 1985514", "\"macs\": 85164544");
  }

  private static Said said(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stdout = System.out;
    PrintStream stderr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int exitCode = Scarlet.run(arguments);
      return new Said(
          exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(stdout);
      System.setErr(stderr);
    }
  }
}
