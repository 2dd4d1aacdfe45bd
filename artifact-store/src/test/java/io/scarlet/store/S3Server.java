package io.scarlet.store;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A server that speaks S3, on loopback, with its objects as files of a folder. */
final class S3Server implements AutoCloseable {

  private static final String KEY = "scarlet";
  private static final String SECRET = "not a secret";

  private final Path folder;
  private final BlobStoreContext objects;
  private final S3Proxy proxy;

  private S3Server(Path folder, BlobStoreContext objects, S3Proxy proxy) {
    this.folder = folder;
    this.objects = objects;
    this.proxy = proxy;
  }

  static S3Server start(Path folder, String bucket) throws Exception {
    Files.createDirectories(folder.resolve(bucket));
    Properties files = new Properties();
    files.setProperty("jclouds.filesystem.basedir", folder.toString());
    BlobStoreContext objects =
        ContextBuilder.newBuilder(new FilesystemNio2BlobApiMetadata())
            .credentials(KEY, SECRET)
            .overrides(files)
            .build(BlobStoreContext.class);
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(objects.getBlobStore())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY, SECRET)
            .build();
    proxy.start();
    return new S3Server(folder, objects, proxy);
  }

  /** Where an object lies as a file. */
  Path file(String bucket, String key) {
    return folder.resolve(bucket).resolve(key);
  }

  S3Client client() {
    return client(SECRET);
  }

  S3Client client(String secret) {
    return S3Client.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(URI.create("http://127.0.0.1:" + proxy.getPort()))
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, secret)))
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the S3 server did not stop", e);
    }
    objects.close();
  }
}
