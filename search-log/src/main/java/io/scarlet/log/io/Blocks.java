package io.scarlet.log.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * The blocks of an Avro container file: a count, a length in bytes, so many bytes, and the file's
 * marker. Avro makes room for a block before it looks whether there is one, so lengths are checked
 * first.
 */
final class Blocks {

  private Blocks() {}

  /**
   * Walks over all blocks.
   *
   * @param start of the first block: the marker lies before it
   * @throws LogUnreadable where a block does not end within the file, or not with the marker
   */
  static void check(Path file, long start) throws IOException {
    try (FileChannel channel = FileChannel.open(file);
        InputStream in = Channels.newInputStream(channel)) {
      BinaryDecoder numbers = DecoderFactory.get().directBinaryDecoder(in, null);
      channel.position(start - DataFileConstants.SYNC_SIZE);
      byte[] marker = in.readNBytes(DataFileConstants.SYNC_SIZE);
      while (channel.position() < channel.size()) {
        numbers.readLong();
        long length = numbers.readLong();
        long end = channel.position() + length + DataFileConstants.SYNC_SIZE;
        if (length < 0 || end < 0 || end > channel.size()) {
          throw new LogUnreadable(file + " is truncated or damaged: a block has no end");
        }
        channel.position(channel.position() + length);
        if (!Arrays.equals(in.readNBytes(DataFileConstants.SYNC_SIZE), marker)) {
          throw new LogUnreadable(
              "%s is damaged: there is no end of a block at byte %d".formatted(file, end));
        }
      }
    }
  }
}
