package io.scarlet.cli.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.events.ArtifactReference;
import io.scarlet.events.CheckpointPublished;
import io.scarlet.log.LoggedEvent;
import io.scarlet.log.RecordedLog;
import io.scarlet.log.io.LogFile;
import io.scarlet.log.io.LogUnreadable;
import io.scarlet.request.RequestRefused;
import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.io.FileArtifactStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogArchiveTest {

  private static final byte[] WEIGHTS = "weights, ".repeat(5_000).getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private Path run;
  private Path archive;
  private Path imported;
  private Artifact artifact;

  @BeforeEach
  void record() throws Exception {
    run = Files.createDirectories(folder.resolve("run"));
    archive = folder.resolve("search.zip");
    imported = folder.resolve("imported");
    artifact =
        new FileArtifactStore(run.resolve("store"))
            .put(Files.write(folder.resolve("weights"), WEIGHTS), "safetensors");
    Files.write(ResultFolder.log(run), LogFile.bytes(log(artifact.uri(), artifact.sha256())));
  }

  @Test
  void what_is_exported_is_imported_byte_for_byte() throws IOException {
    assertThat(LogArchive.write(ResultFolder.log(run), ResultFolder.store(run), archive))
        .isEqualTo(1);
    assertThat(unpack()).isEqualTo(1);

    assertThat(imported.resolve("log.avro")).hasSameBinaryContentAs(run.resolve("log.avro"));
    assertThat(imported.resolve("store").resolve(artifact.sha256() + ".safetensors"))
        .hasBinaryContent(WEIGHTS);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void equal_searches_are_equal_files() throws IOException {
    LogArchive.write(ResultFolder.log(run), ResultFolder.store(run), archive);
    LogArchive.write(ResultFolder.log(run), ResultFolder.store(run), folder.resolve("again.zip"));

    assertThat(folder.resolve("again.zip")).hasSameBinaryContentAs(archive);
  }

  @Test
  void nothing_is_overwritten() throws IOException {
    Files.writeString(archive, "mine");

    assertThatThrownBy(
            () -> LogArchive.write(ResultFolder.log(run), ResultFolder.store(run), archive))
        .isInstanceOf(RequestRefused.class)
        .hasMessageContaining("name another");
    assertThat(archive).hasContent("mine");
  }

  @Test
  void a_store_that_lacks_or_altered_the_weights_is_not_exported() throws IOException {
    Path weights = run.resolve("store").resolve(artifact.sha256() + ".safetensors");
    Files.write(weights, Arrays.copyOf(WEIGHTS, 100));
    assertThatThrownBy(
            () -> LogArchive.write(ResultFolder.log(run), ResultFolder.store(run), archive))
        .isInstanceOf(LogUnreadable.class)
        .hasMessageContaining(weights.toString());

    Files.delete(weights);
    assertThatThrownBy(
            () -> LogArchive.write(ResultFolder.log(run), ResultFolder.store(run), archive))
        .hasMessageContaining("is missing");
    assertThat(archive).doesNotExist();
  }

  @Test
  void altered_truncated_and_oversized_weights_are_refused_by_name() throws IOException {
    byte[] altered = WEIGHTS.clone();
    altered[77]++;
    for (byte[] other : List.of(altered, Arrays.copyOf(WEIGHTS, 100), new byte[0])) {
      pack(Map.of(entry(), other));
      assertRefused("search.zip: " + entry() + " is altered or truncated");
    }
    pack(Map.of(entry(), Arrays.copyOf(WEIGHTS, WEIGHTS.length + 1)));
    assertRefused(entry() + " has more than " + WEIGHTS.length + " bytes");
    pack(Map.of());
    assertRefused("search.zip lacks " + entry());
  }

  @Test
  void what_the_log_does_not_refer_to_is_refused_whatever_its_path() throws IOException {
    for (String name : List.of("../evil", "/tmp/evil", "store/../../evil", "store/other", "a/")) {
      Map<String, byte[]> entries = new LinkedHashMap<>();
      entries.put(entry(), WEIGHTS);
      entries.put(name, new byte[] {1});
      pack(entries);
      assertRefused("holds '" + name + "', to which its log does not refer");
    }
    assertThat(folder.resolve("evil")).doesNotExist();
  }

  @Test
  void a_log_whose_references_leave_the_store_is_refused() throws IOException {
    for (String uri : List.of("file:///store/..", "file:///store/x", "..", "")) {
      Files.write(ResultFolder.log(run), LogFile.bytes(log(uri, artifact.sha256())));
      pack(Map.of());
      assertRefused("the log refers to '" + uri + "', whose name is not its SHA-256");
    }
  }

  @Test
  void an_archive_that_claims_more_than_the_disk_holds_is_refused_before_it_is_unpacked()
      throws IOException {
    RecordedLog log = log(artifact.uri(), artifact.sha256());
    ((CheckpointPublished) log.events().getFirst().event()).getArtifact().setSize(1L << 60);
    Files.write(ResultFolder.log(run), LogFile.bytes(log));
    pack(Map.of(entry(), WEIGHTS));
    assertRefused("search.zip unpacks to 1152921504606846976 bytes, and there is room for ");
  }

  @Test
  void a_truncated_or_damaged_archive_is_refused() throws IOException {
    LogArchive.write(ResultFolder.log(run), ResultFolder.store(run), archive);
    byte[] whole = Files.readAllBytes(archive);
    for (int length = 0; length < whole.length; length += 53) {
      Files.write(archive, Arrays.copyOf(whole, length));
      assertRefused("search.zip is truncated, damaged or no archive");
    }
    for (int place = 40; place < whole.length; place += 31) {
      byte[] altered = whole.clone();
      altered[place] ^= 4;
      Files.write(archive, altered);
      try {
        unpack();
      } catch (LogUnreadable refused) {
        assertThat(refused).hasMessageContaining(folder.toString());
        continue;
      }
      assertThat(imported.resolve("log.avro")).hasSameBinaryContentAs(run.resolve("log.avro"));
      Files.delete(imported.resolve(entry()));
      Files.delete(imported.resolve("store"));
      Files.delete(imported.resolve("log.avro"));
    }
  }

  private void assertRefused(String message) throws IOException {
    assertThatThrownBy(this::unpack)
        .isInstanceOf(LogUnreadable.class)
        .hasMessageContaining(message);
    assertThat(imported).doesNotExist();
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  private int unpack() throws IOException {
    return new ArchivedSearch(archive).unpack(ResultFolder.named(imported));
  }

  private String entry() {
    return "store/" + artifact.sha256() + ".safetensors";
  }

  /** The log with these entries after it. */
  private void pack(Map<String, byte[]> entries) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("log.avro"));
      zip.write(Files.readAllBytes(ResultFolder.log(run)));
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    }
    try (ZipFile packed = new ZipFile(archive.toFile())) {
      assertThat(packed.size()).isEqualTo(1 + entries.size());
    }
  }

  private static RecordedLog log(String uri, String sha256) {
    CheckpointPublished published =
        CheckpointPublished.newBuilder()
            .setSearchId("s")
            .setStep(1)
            .setEpoch(1)
            .setLast(true)
            .setArtifact(new ArtifactReference(uri, sha256, (long) WEIGHTS.length))
            .setTrainLoss(1)
            .setTrainAccuracy(0.5)
            .build();
    return new RecordedLog(
        "s",
        List.of(new LoggedEvent("nas-checkpoints", 0, 0, 0, "s", OptionalInt.empty(), published)));
  }
}
