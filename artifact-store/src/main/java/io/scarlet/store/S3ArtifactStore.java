package io.scarlet.store;

import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.ArtifactException;
import io.scarlet.supernet.checkpoint.ArtifactStore;
import io.scarlet.supernet.checkpoint.io.Digested;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Artifacts in a bucket, each under its hash. An object appears when it is whole, so nobody reads
 * half of one. What was fetched is kept as a local copy, verified each time it is asked for.
 *
 * <p>References are of this store only: an address elsewhere, another bucket or another prefix
 * included, is refused, whoever wrote the event.
 */
final class S3ArtifactStore implements ArtifactStore {

  private final S3Location location;
  private final S3Client client;
  private final LocalCopies copies;

  /**
   * A store.
   *
   * @param copies where fetched artifacts are kept
   */
  S3ArtifactStore(S3Location location, S3Client client, LocalCopies copies) {
    this.location = location;
    this.client = client;
    this.copies = copies;
  }

  /**
   * The store at a place, as the environment says it is reached.
   *
   * @throws IllegalArgumentException if no region is set
   */
  static S3ArtifactStore at(S3Location location) {
    return new S3ArtifactStore(location, S3Clients.configured(), LocalCopies.ofThisProcess());
  }

  @Override
  public Artifact put(Path file, String extension) throws ArtifactException {
    try {
      Digested content = Digested.of(file);
      String name = content.sha256() + "." + extension;
      client.putObject(
          put -> put.bucket(location.bucket()).key(location.key(name)), RequestBody.fromFile(file));
      return new Artifact(location.address(name), content.sha256(), content.size());
    } catch (SdkException | IOException e) {
      throw new ArtifactException(
          "the artifact store %s cannot take a file: %s; check bucket, credentials and AWS_ENDPOINT_URL_S3"
              .formatted(location, reason(e)),
          e);
    }
  }

  @Override
  public Path fetch(Artifact artifact) throws ArtifactException {
    String name = name(artifact);
    try {
      return copies.get(name, artifact, () -> open(name, artifact));
    } catch (NoSuchKeyException missing) {
      throw new ArtifactException(
          "the artifact " + artifact.uri() + " is missing from the store", missing);
    } catch (SdkException | IOException e) {
      throw new ArtifactException(
          "the artifact %s cannot be read: %s".formatted(artifact.uri(), reason(e)), e);
    }
  }

  private InputStream open(String name, Artifact artifact) throws ArtifactException {
    ResponseInputStream<GetObjectResponse> object =
        client.getObject(get -> get.bucket(location.bucket()).key(location.key(name)));
    long size = object.response().contentLength();
    if (size != artifact.size()) {
      object.abort();
      throw new ArtifactException(
          "the artifact %s has %d bytes, not %d: it is truncated or was replaced"
              .formatted(artifact.uri(), size, artifact.size()));
    }
    return object;
  }

  /** The file's name within the store: its hash and an ending, which no path can hide in. */
  private String name(Artifact artifact) throws ArtifactException {
    String begin = location.address(artifact.sha256() + ".");
    String uri = artifact.uri();
    if (!uri.startsWith(begin) || !uri.substring(begin.length()).matches("[a-z0-9]{1,16}")) {
      throw new ArtifactException(
          "'%s' names no artifact of this store, %s%s.*"
              .formatted(uri, location, artifact.sha256()));
    }
    return uri.substring(location.address("").length());
  }

  /** What a server says can have several lines. */
  private static String reason(Exception e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ").strip();
  }
}
