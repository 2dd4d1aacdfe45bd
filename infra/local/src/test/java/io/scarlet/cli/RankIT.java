package io.scarlet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankIT {

  @TempDir private Path folder;

  private CommandLineProcess rank(String truth) throws IOException {
    Files.writeString(
        folder.resolve("truth.csv"),
        "code,accuracy\n0000000,0.80\n1111111,0.85\n2222222,0.90\n0330333,0.10\n");
    return CommandLineProcess.start(
        folder,
        "rank",
        "--preset=fashion-quick",
        "--epochs=1",
        "--set=training.batch=500",
        "--set=data.validationPictures=500",
        "--truth=" + truth,
        "--networks=4",
        "--recalibrate=1,off",
        "--output=results",
        "--json");
  }

  @Test
  void a_study_runs_in_a_process_of_its_own_and_prints_a_line_of_json()
      throws IOException, InterruptedException {
    CommandLineProcess rank = rank("truth.csv");

    assertThat(rank.exitCode()).as(rank.said()).isZero();
    assertThat(rank.printed().lines())
        .singleElement()
        .asString()
        .startsWith("{\"settings\":{")
        .contains("\"recalibrationBatches\":0,\"networks\":4,\"seeds\":[1],\"kendall\":{\"mean\":");
    assertThat(rank.said()).contains("epoch 1 of 1").doesNotContain("incubator");
    assertThat(folder.resolve("results/scores.csv")).content().contains("1,1,0330333,");
    assertThat(folder.resolve("results/report.html")).isNotEmptyFile();
  }

  @Test
  void what_it_does_not_understand_is_one_line_and_exit_code_2()
      throws IOException, InterruptedException {
    CommandLineProcess rank = rank("nowhere");

    assertThat(rank.exitCode()).isEqualTo(2);
    assertThat(rank.said().lines())
        .singleElement()
        .asString()
        .startsWith("scarlet: there is no truth 'nowhere', neither a table nor a file.");
    assertThat(rank.printed()).isEmpty();
  }
}
