package io.scarlet.supernet.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxFileTest {

  private static final byte[] VALUES = {1, 2, 3, 4, 5, -1};

  static byte[] gzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(to)) {
      gzip.write(bytes);
    }
    return to.toByteArray();
  }

  static byte[] idx(int magic, int[] dimensions, byte[] values) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(to);
    data.writeInt(magic);
    for (int dimension : dimensions) {
      data.writeInt(dimension);
    }
    data.write(values);
    return to.toByteArray();
  }

  private static byte[] good() throws IOException {
    return gzipped(idx(0x0803, new int[] {1, 2, 3}, VALUES));
  }

  private static IdxFile read(byte[] bytes) throws DataFormatException {
    return IdxFile.read("pictures.gz", new ByteArrayInputStream(bytes), 3);
  }

  private static void assertRefused(byte[] bytes, String message) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(DataFormatException.class)
        .hasMessage(message);
  }

  @Test
  void dimensionsAndValuesAreThoseOfTheFile() throws Exception {
    IdxFile file = read(good());
    assertThat(file.dimension(0)).isEqualTo(1);
    assertThat(file.dimension(1)).isEqualTo(2);
    assertThat(file.dimension(2)).isEqualTo(3);
    assertThat(file.values()).isEqualTo(VALUES);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 12, 20, 24})
  void aDownloadThatBrokeOffIsTruncated(int kept) throws IOException {
    assertRefused(Arrays.copyOf(good(), kept), "pictures.gz is truncated; fetch it again");
  }

  @Test
  void valuesThatAreNotAllThereAreTruncated() throws IOException {
    byte[] short1 = gzipped(idx(0x0803, new int[] {1, 2, 3}, Arrays.copyOf(VALUES, 5)));
    assertRefused(short1, "pictures.gz is truncated; fetch it again");
  }

  @Test
  void aFileThatClaimsAGigabyteTakesNoMoreMemoryThanItHolds() throws IOException {
    byte[] claim = gzipped(idx(0x0803, new int[] {1 << 10, 1 << 10, 1 << 10}, VALUES));
    long start = allocated();
    assertRefused(claim, "pictures.gz is truncated; fetch it again");
    assertThat(allocated() - start).isLessThan(64 << 20);
  }

  private static long allocated() {
    return ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getCurrentThreadAllocatedBytes();
  }

  @Test
  void moreValuesThanItsDimensionsSayAreADamage() throws IOException {
    byte[] longer = gzipped(idx(0x0803, new int[] {1, 2, 3}, new byte[7]));
    assertRefused(longer, "pictures.gz holds more values than its dimensions [1, 2, 3] say");
  }

  @Test
  void aFlippedBitIsNoticedByTheChecksum() throws IOException {
    byte[] bytes = good();
    bytes[bytes.length - 6] ^= 1;
    assertRefused(bytes, "pictures.gz is damaged or not a gzip file; fetch it again");
  }

  @Test
  void aPageOfAnErrorInsteadOfTheFileIsNotGzip() {
    byte[] page = "<html>404 not found</html>".getBytes(StandardCharsets.US_ASCII);
    assertRefused(page, "pictures.gz is damaged or not a gzip file; fetch it again");
  }

  @Test
  void labelsInThePlaceOfPicturesAreRefused() throws IOException {
    assertRefused(
        gzipped(idx(0x0801, new int[] {6}, VALUES)),
        "pictures.gz is not an IDX file of unsigned bytes with 3 dimensions");
  }

  @Test
  void dimensionsThatCannotBeAreRefusedBeforeMemoryIsAskedFor() throws IOException {
    assertRefused(
        gzipped(idx(0x0803, new int[] {1 << 30, 1 << 30, 4}, VALUES)),
        "pictures.gz claims dimensions that cannot be: [1073741824, 1073741824, 0]");
    assertRefused(
        gzipped(idx(0x0803, new int[] {-1, 2, 3}, VALUES)),
        "pictures.gz claims dimensions that cannot be: [-1, 0, 0]");
  }
}
