package io.scarlet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.study.TinyStudy.Said;
import io.scarlet.study.io.SettingsJson;
import io.scarlet.study.io.StudyFolder;
import io.scarlet.study.progress.Progress;
import io.scarlet.supernet.backend.BackendChoice;
import io.scarlet.supernet.backend.ConfiguredBackend;
import io.scarlet.supernet.backend.InstalledBackends;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankTest {

  @TempDir private Path folder;

  private TinyStudy study;

  /** The process dies. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Where a process that says this dies. */
  private static PrintStream killedAt(String words) {
    return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
      @Override
      public void println(String line) {
        if (line.contains(words)) {
          throw new Killed();
        }
      }
    };
  }

  @BeforeEach
  void pictures() throws IOException {
    study = TinyStudy.in(folder);
  }

  private Path output(String name) {
    return folder.resolve(name);
  }

  private void die(String settings, Path output, String words) throws IOException {
    try (StudyFolder open = StudyFolder.open(output, settings)) {
      RankRun run =
          new RankRun(
              SettingsJson.rank(settings),
              () -> new ConfiguredBackend(InstalledBackends.onClassPath(), BackendChoice.AUTO, 1),
              new Progress(killedAt(words), Duration.ZERO));

      assertThatThrownBy(() -> run.run(open)).isInstanceOf(Killed.class);
    }
  }

  @Test
  void supernetsScoresAndFiguresAreInTheFolder() throws IOException {
    Said said = study.run(study.settings(2), output("results"));

    assertThat(said.err()).contains("supernet of seed 1: epoch 1 of 2, step 1 of 8");
    assertThat(said.exitCode()).isZero();
    assertThat(said.out().lines().map(line -> line.replaceFirst("  .*", "")))
        .startsWith("recalibrate", "2", "2", "2", "off", "off", "off");
    assertThat(output("results"))
        .isDirectoryContaining("glob:**/supernet-1.safetensors")
        .isDirectoryContaining("glob:**/supernet-2.safetensors");
    assertThat(output("results").resolve("rank.json")).content().contains("\"kendall\"");
    assertThat(output("results").resolve("report.html"))
        .content()
        .contains("score by the supernet of seed 2");
    assertThat(Files.readAllLines(output("results").resolve("scores.csv")))
        .hasSize(1 + 2 * 2 * 9)
        .startsWith("seed,recalibrationBatches,code,macs,params,accuracy,loss,truth");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed 1: epoch 1 of 3, step 3 of 12",
        "seed 1: epoch 2 of 3, step 7 of 12",
        "seed 1: epoch 3 of 3, step 12 of 12",
        "seed 1, recalibration batches 2: 4 of 9",
        "seed 2: epoch 2 of 3, step 5 of 12",
        "seed 2, recalibration batches 0: 9 of 9"
      })
  void aStudyThatWasKilledGoesOnAndEndsWithTheSameBits(String words) throws IOException {
    String settings = study.settings(3);
    study.run(settings, output("undisturbed"));

    die(settings, output("killed"), words);
    Files.writeString(output("killed").resolve("scores.csv"), "2,0,0", StandardOpenOption.APPEND);
    study.run(settings, output("killed"));

    for (String file :
        new String[] {
          "supernet-1.safetensors", "supernet-2.safetensors", "scores.csv", "rank.json"
        }) {
      assertThat(output("killed").resolve(file))
          .hasSameBinaryContentAs(output("undisturbed").resolve(file));
    }
  }

  @Test
  void whatIsDoneIsNotDoneAgain() throws IOException {
    study.run(study.settings(1), output("results"));
    Said again = study.run(study.settings(1), output("results"));

    assertThat(again.err()).isEmpty();
    assertThat(again.exitCode()).isZero();
  }

  @Test
  void aCheckpointScoresAsTheSupernetThatLeftIt() throws IOException {
    study.run(study.settings(1), output("trained"));
    Path checkpoint = output("trained").resolve("supernet-1.safetensors");
    String settings =
        study
            .settings(1)
            .replace("{\"file\": \"\"", "{\"file\": \"" + checkpoint + "\"")
            .replaceFirst("\"space\": \".*\"", "\"space\": \"\"");

    Said said = study.run(settings, output("given"));

    assertThat(said.err()).doesNotContain("epoch");
    assertThat(Files.readAllLines(output("given").resolve("scores.csv")))
        .containsExactlyElementsOf(
            Files.readAllLines(output("trained").resolve("scores.csv")).subList(0, 19));
  }

  @Test
  void networksAreTrainedByThemselvesWhereNobodyKnowsThem() throws IOException {
    Said said = study.run(study.trained(), output("results"));

    assertThat(said.exitCode()).as(said.err()).isZero();
    List<String> truth = Files.readAllLines(output("results").resolve("truth.csv"));
    assertThat(truth.getFirst()).isEqualTo("code,accuracy");
    assertThat(truth.stream().skip(1).map(line -> line.substring(0, 2)))
        .as("the identity of a layer has no position in a network by itself")
        .containsExactly("00", "10", "11", "12", "20", "21", "22");
    assertThat(Files.readAllLines(output("results").resolve("scores.csv")))
        .filteredOn(line -> line.startsWith("1,2,12,"))
        .singleElement()
        .asString()
        .endsWith("," + truth.get(4).substring(3));
    assertThat(output("results").resolve("networks/12/model.safetensors")).isNotEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"network 10, 2 of 7: epoch 2 of 2", "network 22, 7 of 7: epoch 1 of 2"})
  void trainingsOfNetworksThatWereKilledEndWithTheSameAccuracies(String words) throws IOException {
    study.run(study.trained(), output("undisturbed"));

    die(study.trained(), output("killed"), words);
    study.run(study.trained(), output("killed"));

    for (String file : new String[] {"truth.csv", "scores.csv", "rank.json"}) {
      assertThat(output("killed").resolve(file))
          .hasSameBinaryContentAs(output("undisturbed").resolve(file));
    }
  }

  @Test
  void trainedAccuraciesAreATruthForOtherStudies() throws IOException {
    study.run(study.trained(), output("trained"));
    Path truth = output("trained").resolve("truth.csv");

    Said said =
        study.run(
            study.settings(1, truth.toString()).replace("\"networks\": 9", "\"networks\": 7"),
            output("other"));

    assertThat(said.exitCode()).as(said.err()).isZero();
    assertThat(said.err()).doesNotContain("network 00");
    assertThat(Files.readAllLines(output("other").resolve("scores.csv")))
        .containsExactlyElementsOf(Files.readAllLines(output("trained").resolve("scores.csv")));
  }

  @Test
  void aFolderOfAnotherStudyIsRefused() throws IOException {
    study.run(study.settings(1), output("results"));

    refused(study.run(study.settings(2), output("results")), "has a study of other settings");
  }

  @Test
  void aFolderOfSomethingElseIsRefused() throws IOException {
    refused(study.run(study.settings(1), folder), "holds something that is no study");
  }

  @Test
  void aSecondStudyInAFolderIsRefused() throws IOException {
    String settings = study.settings(1);
    try (StudyFolder first = StudyFolder.open(output("results"), settings)) {
      refused(study.run(settings, first.path()), "a study works in " + first.path());
    }
  }

  @Test
  void anUnknownTruthIsRefused() throws IOException {
    refused(
        study.run(study.settings(1, "nas-bench-macro-cifar11"), output("results")),
        "did you mean 'nas-bench-macro-cifar10'?");
  }

  @Test
  void aTableOfOtherNetworksIsRefused() throws IOException {
    refused(
        study.run(study.settings(1, "nas-bench-macro-cifar10"), output("results")),
        "do not fit the space tiny");
  }

  @Test
  void aCodeThatIsNoneOfTheSpaceIsRefused() throws IOException {
    Path truth = folder.resolve("other.csv");
    Files.writeString(truth, "code,accuracy\n00,0.5\n03,0.6\n");

    refused(
        study.run(study.settings(1, truth.toString()), output("results")),
        "line 3: layer 2 has no choice '3'");
  }

  @Test
  void moreNetworksThanTheTruthKnowsAreRefused() throws IOException {
    Path truth = folder.resolve("few.csv");
    Files.writeString(truth, "code,accuracy\n00,0.5\n01,0.6\n");

    refused(
        study.run(study.settings(1, truth.toString()), output("results")),
        "--networks 9: few.csv knows 2 networks");
  }

  @Test
  void aBatchOfMorePicturesThanThereAreIsRefused() throws IOException {
    refused(
        study.run(
            study.settings(1).replace("\"batch\": 8, \"learn", "\"batch\": 500, \"learn"),
            output("results")),
        "training.batch is 500, but there are only 32 train pictures");
  }

  @Test
  void whatIsNoCheckpointIsRefused() throws IOException {
    String settings =
        study
            .settings(1)
            .replace("{\"file\": \"\"", "{\"file\": \"" + folder.resolve("truth.csv") + "\"");

    refused(study.run(settings, output("results")), "cannot read the checkpoint");
  }

  private void refused(Said said, String reason) {
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err().lines()).singleElement().asString().startsWith("scarlet: ");
    assertThat(said.err()).contains(reason);
    assertThat(said.out()).isEmpty();
  }
}
