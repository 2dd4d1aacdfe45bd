package io.scarlet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.supernet.checkpoint.io.FileArtifactStore;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactStoresTest {

  @Test
  void aFolderIsAStore(@TempDir Path folder) {
    assertThat(ArtifactStores.at(folder.toUri())).isInstanceOf(FileArtifactStore.class);
  }

  @Test
  void aStoreIsOpenedOnce(@TempDir Path folder) {
    assertThat(ArtifactStores.at(folder.toUri())).isSameAs(ArtifactStores.at(folder.toUri()));
  }

  @ParameterizedTest
  @CsvSource({
    "s3://bucket, s3://bucket/x.bin",
    "s3://bucket/, s3://bucket/x.bin",
    "s3://bucket/a/b, s3://bucket/a/b/x.bin",
    "s3://bucket/a/b/, s3://bucket/a/b/x.bin"
  })
  void aBucketMayHaveAPrefix(URI url, String address) {
    assertThat(S3Location.of(url).address("x.bin")).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://bucket/a", "bucket", "ftp:/a", "S3:bucket"})
  void anotherAddressIsRefused(URI url) {
    assertThatThrownBy(() -> ArtifactStores.at(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("scarlet.store.url must be");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3:/a",
        "s3://key:secret@bucket",
        "s3://bucket:99/a",
        "s3://bucket?a=b",
        "s3://b#c"
      })
  void anAddressOfABucketSaysNothingElse(URI url) {
    assertThatThrownBy(() -> S3Location.of(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scarlet.store.url must be s3://bucket or s3://bucket/prefix, got " + url);
  }
}
