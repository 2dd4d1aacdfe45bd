package io.scarlet.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.study.TinyStudy.Said;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesTest {

  @TempDir private Path folder;

  private TinyStudy study;

  @BeforeEach
  void pictures() throws IOException {
    study = TinyStudy.in(folder);
  }

  @Test
  void aMatrixForEverySupernetIsPrintedAndInTheFolder() throws IOException {
    Path output = folder.resolve("results");

    Said said = study.run("features", study.features(2, "STABILIZER"), output);

    assertThat(said.exitCode()).isZero();
    assertThat(said.out())
        .contains("layer 2, supernet of seed 1")
        .contains("layer 2, supernet of seed 2")
        .containsPattern("e3k3 .* 1\\.000 ");
    assertThat(output.resolve("features.json")).content().contains("\"cosine\"");
    assertThat(output.resolve("features.html")).content().contains("a stabilizer");
  }

  @Test
  void theDefaultIsTheLastLayerWhereThereAreFewerThanThree() throws IOException {
    assertThat(
            study.run("features", study.features(0, "IDENTITY"), folder.resolve("results")).out())
        .contains("layer 2, ");
  }

  @Test
  void aLayerThatIsNotThereIsRefused() throws IOException {
    Said said = study.run("features", study.features(3, "STABILIZER"), folder.resolve("results"));

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err())
        .isEqualToIgnoringNewLines("scarlet: --layer 3: tiny has the layers 1 to 2");
  }
}
