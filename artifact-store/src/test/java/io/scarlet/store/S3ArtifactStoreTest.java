package io.scarlet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.ArtifactException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class S3ArtifactStoreTest {

  /** {@code printf abc | sha256sum}. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final String BUCKET = "weights";

  @TempDir private static Path objects;
  private static S3Server server;

  @TempDir private Path folder;
  private Path copies;
  private S3ArtifactStore store;

  @BeforeAll
  static void start() throws Exception {
    server = S3Server.start(objects, BUCKET);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() throws IOException {
    copies = Files.createDirectory(folder.resolve("copies"));
    store = store("s3://weights/team/a");
  }

  private S3ArtifactStore store(String url) {
    return new S3ArtifactStore(
        S3Location.of(URI.create(url)), server.client(), new LocalCopies(copies));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file"), text, StandardCharsets.US_ASCII);
  }

  private Artifact abc() throws Exception {
    return store.put(file("abc"), "bin");
  }

  private static void replace(String text) {
    try (S3Client client = server.client()) {
      client.putObject(
          put -> put.bucket(BUCKET).key("team/a/" + ABC + ".bin"),
          RequestBody.fromBytes(text.getBytes(StandardCharsets.US_ASCII)));
    }
  }

  private static Path object(String sha256) {
    return server.file(BUCKET, "team/a/" + sha256 + ".bin");
  }

  @Test
  void anArtifactIsNamedByItsContent() throws Exception {
    Artifact artifact = abc();

    assertThat(artifact).isEqualTo(new Artifact("s3://weights/team/a/" + ABC + ".bin", ABC, 3));
    assertThat(object(ABC)).hasContent("abc");
    assertThat(store.fetch(artifact)).hasContent("abc");
  }

  @Test
  void theSameContentTwiceIsOneArtifact() throws Exception {
    assertThat(abc()).isEqualTo(abc());
  }

  @Test
  void anotherProcessFindsIt() throws Exception {
    Artifact artifact = abc();
    Files.createDirectory(folder.resolve("elsewhere"));

    assertThat(
            new S3ArtifactStore(
                    S3Location.of(URI.create("s3://weights/team/a/")),
                    server.client(),
                    new LocalCopies(folder.resolve("elsewhere")))
                .fetch(artifact))
        .hasContent("abc");
  }

  @Test
  void whatWasFetchedIsNotFetchedAgain() throws Exception {
    Artifact artifact = abc();
    Path first = store.fetch(artifact);
    Files.delete(object(ABC));

    assertThat(store.fetch(artifact)).isEqualTo(first).hasContent("abc");
  }

  @Test
  void aCopyThatWasAlteredIsFetchedAgain() throws Exception {
    Artifact artifact = abc();
    Files.writeString(store.fetch(artifact), "abd");

    assertThat(store.fetch(artifact)).hasContent("abc");
  }

  @Test
  void noMoreThanFourCopiesAreKept() throws Exception {
    for (int i = 0; i < 6; i++) {
      store.fetch(store.put(file("artifact " + i), "bin"));
    }

    try (Stream<Path> kept = Files.list(copies)) {
      assertThat(kept).hasSize(4);
    }
  }

  @Test
  void aMissingArtifactIsRefused() throws Exception {
    Artifact artifact = abc();
    Files.delete(object(ABC));

    assertThatThrownBy(() -> store.fetch(artifact))
        .isInstanceOf(ArtifactException.class)
        .hasMessage("the artifact " + artifact.uri() + " is missing from the store");
  }

  @Test
  void aTruncatedArtifactIsRefusedBeforeItIsRead() throws Exception {
    Artifact artifact = abc();
    replace("ab");

    assertThatThrownBy(() -> store.fetch(artifact))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("has 2 bytes, not 3: it is truncated or was replaced");
  }

  @Test
  void anAlteredArtifactIsRefusedUntilItIsPutAgain() throws Exception {
    Artifact artifact = abc();
    replace("abd");

    assertThatThrownBy(() -> store.fetch(artifact))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("was altered: its SHA-256 is not that of its reference");
    assertThat(copies).as("nothing of it is kept").isEmptyDirectory();
    abc();
    assertThat(store.fetch(artifact)).hasContent("abc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:/etc/passwd",
        "s3://other/team/a/" + ABC + ".bin",
        "s3://weights/team/b/" + ABC + ".bin",
        "s3://weights/team/a/../b/" + ABC + ".bin",
        "s3://weights/team/a/" + ABC + ".bin/../../secret",
        "s3://weights/team/a/secret.bin",
        "https://weights/team/a/" + ABC + ".bin",
        "not a uri"
      })
  void aReferenceThatLeavesTheStoreIsRefused(String uri) throws Exception {
    abc();
    Artifact artifact = new Artifact(uri, ABC, 3);

    assertThatThrownBy(() -> store.fetch(artifact))
        .isInstanceOf(ArtifactException.class)
        .hasMessageStartingWith(
            "'" + uri + "' names no artifact of this store, s3://weights/team/a/");
  }

  @Test
  void aBucketThatIsNotThereIsSaidInOneLine() throws Exception {
    Path file = file("abc");

    assertThatThrownBy(() -> store("s3://nowhere").put(file, "bin"))
        .isInstanceOf(ArtifactException.class)
        .hasMessageStartingWith("the artifact store s3://nowhere/ cannot take a file: ")
        .hasMessageEndingWith("check bucket, credentials and AWS_ENDPOINT_URL_S3")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void wrongCredentialsAreSaidInOneLine() throws Exception {
    Artifact artifact = abc();
    S3ArtifactStore stranger =
        new S3ArtifactStore(
            S3Location.of(URI.create("s3://weights/team/a")),
            server.client("guessed"),
            new LocalCopies(copies));

    assertThatThrownBy(() -> stranger.fetch(artifact))
        .isInstanceOf(ArtifactException.class)
        .hasMessageStartingWith("the artifact " + artifact.uri() + " cannot be read: ");
  }
}
