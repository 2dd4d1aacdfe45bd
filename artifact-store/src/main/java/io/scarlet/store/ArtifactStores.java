package io.scarlet.store;

import io.scarlet.supernet.checkpoint.ArtifactStore;
import io.scarlet.supernet.checkpoint.io.FileArtifactStore;
import java.net.URI;

/** Finds the store at an address. */
public final class ArtifactStores {

  private ArtifactStores() {}

  /**
   * The store at an address. Nothing is read or written yet.
   *
   * @param url {@code file:/a/folder}, or {@code s3://bucket/prefix}
   * @throws IllegalArgumentException if it is another kind of address
   */
  public static ArtifactStore at(URI url) {
    return switch (String.valueOf(url.getScheme())) {
      case "file" -> FileArtifactStore.at(url);
      case S3Location.SCHEME -> S3ArtifactStore.at(S3Location.of(url));
      default ->
          throw new IllegalArgumentException(
              "scarlet.store.url must be an address such as file:/var/lib/scarlet or s3://bucket/prefix, got "
                  + url);
    };
  }
}
