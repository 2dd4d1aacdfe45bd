package io.scarlet.export.io;

import io.scarlet.space.SearchSpace;
import io.scarlet.supernet.data.Batch;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.data.io.DataSets;
import java.util.stream.IntStream;

/** Real pictures: test pictures of the excerpt of Fashion-MNIST. */
final class Pictures {

  private Pictures() {}

  /** The first of them. */
  static PictureSet first(int count, SearchSpace space) throws DataFormatException {
    return DataSets.open("fashion-mnist-excerpt", space, 0, 1)
        .test()
        .select(IntStream.range(0, count).toArray());
  }

  /** As our networks take them, {@code [N, H, W, C]}. */
  static float[] normalized(PictureSet pictures, Normalization normalization) {
    return Batch.plain(pictures, normalization, IntStream.range(0, pictures.size()).toArray())
        .pixels();
  }

  /** Pixels scaled to 0 to 1; with one channel, channels first and last are the same. */
  static float[] scaled(PictureSet pictures) {
    int size = Math.toIntExact(pictures.shape().size());
    float[] scaled = new float[pictures.size() * size];
    byte[] pixels = new byte[size];
    for (int i = 0; i < pictures.size(); i++) {
      pictures.read(i, pixels);
      for (int p = 0; p < size; p++) {
        scaled[i * size + p] = Byte.toUnsignedInt(pixels[p]) / 255f;
      }
    }
    return scaled;
  }
}
