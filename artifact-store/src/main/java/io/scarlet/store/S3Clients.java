package io.scarlet.store;

import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Clients that are set up as any program of AWS is: region, credentials and the address of a server
 * other than AWS by {@code AWS_REGION}, {@code AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY},
 * {@code AWS_ENDPOINT_URL_S3}, by the system properties of the same meaning, by profiles, or by the
 * role of the machine.
 */
final class S3Clients {

  private S3Clients() {}

  /**
   * A client.
   *
   * @throws IllegalArgumentException if no region is set
   */
  static S3Client configured() {
    try {
      return S3Client.builder()
          // Buckets in the path: servers other than AWS seldom answer to a host for each bucket.
          .forcePathStyle(true)
          // Artifacts have a SHA-256 of their own, and not every server knows AWS's trailers.
          .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
          .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
          .httpClient(UrlConnectionHttpClient.create())
          .build();
    } catch (SdkClientException unset) {
      throw new IllegalArgumentException(
          "a store in S3 needs a region: set AWS_REGION, us-east-1 for instance (%s)"
              .formatted(unset.getMessage()),
          unset);
    }
  }
}
