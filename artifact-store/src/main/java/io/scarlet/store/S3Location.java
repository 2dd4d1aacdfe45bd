package io.scarlet.store;

import java.net.URI;

/**
 * A place for artifacts in a bucket.
 *
 * @param bucket name of it
 * @param prefix that all keys of the store begin with: empty, or a path that ends with a slash
 */
record S3Location(String bucket, String prefix) {

  static final String SCHEME = "s3";

  S3Location {
    if (bucket.isEmpty()) {
      throw new IllegalArgumentException("a store in S3 needs a bucket, s3://bucket/prefix");
    }
    if (!prefix.isEmpty() && !prefix.endsWith("/")) {
      throw new IllegalArgumentException("a prefix ends with a slash, got " + prefix);
    }
  }

  /**
   * The place at an address.
   *
   * @throws IllegalArgumentException if it names no bucket, or more than bucket and prefix
   */
  static S3Location of(URI url) {
    boolean plain =
        SCHEME.equals(url.getScheme())
            && url.getAuthority() != null
            && url.getAuthority().equals(url.getHost())
            && url.getQuery() == null
            && url.getFragment() == null;
    if (!plain) {
      throw new IllegalArgumentException(
          "scarlet.store.url must be s3://bucket or s3://bucket/prefix, got " + url);
    }
    String path = url.getPath().replaceFirst("^/+", "").replaceFirst("/+$", "");
    return new S3Location(url.getHost(), path.isEmpty() ? "" : path + "/");
  }

  /** Key of a file of the store. */
  String key(String name) {
    return prefix + name;
  }

  /** Address of a file of the store. */
  String address(String name) {
    return SCHEME + "://" + bucket + "/" + key(name);
  }

  @Override
  public String toString() {
    return address("");
  }
}
