package io.scarlet.supernet.checkpoint.io;

import io.scarlet.supernet.checkpoint.StoredTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * A tensor as a safetensors file holds it.
 *
 * @param type of its values, as the format names it: {@code F32} for instance
 * @param shape sizes of its dimensions
 * @param bytes little-endian, mapped from the file
 */
public record RawTensor(String type, List<Integer> shape, ByteBuffer bytes) {

  public RawTensor {
    shape = List.copyOf(shape);
    bytes = bytes.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The values as float32: as they are in the file where they are that, converted on the heap where
   * they are float16, bfloat16 or float64.
   *
   * @throws IllegalArgumentException where they are of another type, or not as many as the shape
   *     says
   */
  public StoredTensor floats() {
    return new StoredTensor(
        shape,
        switch (type) {
          case "F32" -> whole(Float.BYTES).asFloatBuffer();
          case "F16" -> converted(Short.BYTES, at -> Float.float16ToFloat(bytes.getShort(at)));
          case "BF16" -> converted(Short.BYTES, at -> bfloat16(bytes.getShort(at)));
          case "F64" -> converted(Double.BYTES, at -> (float) bytes.getDouble(at));
          default ->
              throw new IllegalArgumentException(
                  "is of type " + type + ", and weights are F32, F16, BF16 or F64");
        });
  }

  /** The upper half of a float32. */
  private static float bfloat16(short bits) {
    return Float.intBitsToFloat(bits << Short.SIZE);
  }

  private FloatBuffer converted(int width, Value value) {
    float[] values = new float[whole(width).remaining() / width];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.at(i * width);
    }
    return FloatBuffer.wrap(values);
  }

  private ByteBuffer whole(int width) {
    if (bytes.remaining() % width != 0) {
      throw new IllegalArgumentException("ends amid a value");
    }
    return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A value by the place of its first byte. */
  private interface Value {
    float at(int place);
  }
}
