package io.scarlet.testing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Values that services must not trip over, drawn from a seed: bytes of chance, sound records cut
 * short, with a schema that nobody knows, with some bytes altered, or with bytes of chance behind a
 * schema that is known. A few of the altered ones may be sound again, so the sound records should
 * be of a search that does not exist.
 */
public final class MalformedRecords {

  private static final int LONGEST = 200;
  private static final int HEADER = 5;
  private static final int KINDS = 5;

  private final SplittableRandom chance;
  private final List<byte[]> sound;

  /**
   * The values that follow from a seed.
   *
   * @param sound values in Scarlet's wire format, at least one
   */
  public MalformedRecords(long seed, List<byte[]> sound) {
    this.chance = new SplittableRandom(seed);
    this.sound = List.copyOf(sound);
  }

  /** The next value. */
  public byte[] next() {
    byte[] value = sound.get(chance.nextInt(sound.size())).clone();
    return switch (chance.nextInt(KINDS)) {
      case 0 -> bytes();
      case 1 -> Arrays.copyOf(value, chance.nextInt(value.length));
      case 2 -> ByteBuffer.wrap(value).putInt(1, 1_000_000 + chance.nextInt(1000)).array();
      case 3 -> altered(value);
      default -> behindHeader(value);
    };
  }

  private byte[] altered(byte[] value) {
    for (int changes = 1 + chance.nextInt(4); changes > 0; changes--) {
      value[HEADER + chance.nextInt(value.length - HEADER)] = (byte) chance.nextInt();
    }
    return value;
  }

  private byte[] behindHeader(byte[] value) {
    byte[] bytes = bytes();
    byte[] all = Arrays.copyOf(value, HEADER + bytes.length);
    System.arraycopy(bytes, 0, all, HEADER, bytes.length);
    return all;
  }

  private byte[] bytes() {
    byte[] bytes = new byte[chance.nextInt(LONGEST)];
    chance.nextBytes(bytes);
    return bytes;
  }
}
