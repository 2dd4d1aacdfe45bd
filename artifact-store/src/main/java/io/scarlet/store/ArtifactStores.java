package io.scarlet.store;

import io.scarlet.supernet.checkpoint.ArtifactStore;
import io.scarlet.supernet.checkpoint.io.FileArtifactStore;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the store at an address: one a process, since a bucket's has connections and local copies,
 * and is asked for at each request.
 */
public final class ArtifactStores {

  private static final Map<URI, ArtifactStore> OPEN = new ConcurrentHashMap<>();

  private ArtifactStores() {}

  /**
   * The store at an address. Nothing is read or written yet.
   *
   * @param url {@code file:/a/folder}, or {@code s3://bucket/prefix}
   * @throws IllegalArgumentException if it is another kind of address
   */
  public static ArtifactStore at(URI url) {
    return OPEN.computeIfAbsent(url, ArtifactStores::open);
  }

  private static ArtifactStore open(URI url) {
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
