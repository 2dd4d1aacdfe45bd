package io.scarlet.bench.ours;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.supernet.data.io.PictureDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** All files of a folder, read and decoded by Scarlet, shared among some threads. */
public final class PictureReading implements AutoCloseable {

  private final List<Path> files;
  private final FeatureMap shape;
  private final PictureDecoder decoder;
  private final int threads;
  private final ForkJoinPool pool;

  /**
   * A reading.
   *
   * @param shape of what is made of each file, {@code [H, W, 3]}
   */
  public PictureReading(List<Path> files, FeatureMap shape, int threads) {
    this.files = List.copyOf(files);
    this.shape = shape;
    this.threads = threads;
    decoder = new PictureDecoder(shape);
    pool = new ForkJoinPool(threads);
  }

  /** What is made of a file, {@code [H, W, 3]}. */
  public byte[] pixels(int picture) {
    byte[] pixels = new byte[Math.toIntExact(shape.size())];
    read(picture, pixels);
    return pixels;
  }

  /** Reads all files. */
  public void once() {
    pool.submit(() -> IntStream.range(0, threads).parallel().forEach(this::share)).join();
  }

  private void share(int which) {
    byte[] pixels = new byte[Math.toIntExact(shape.size())];
    for (int picture = which; picture < files.size(); picture += threads) {
      read(picture, pixels);
    }
  }

  private void read(int picture, byte[] pixels) {
    try {
      decoder.decode(files.get(picture), pixels);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
