package io.scarlet.bench;

import io.scarlet.bench.ours.PictureReading;
import io.scarlet.bench.peer.PicturePeer;
import io.scarlet.bench.peer.Python;
import io.scarlet.bench.report.Comparison;
import io.scarlet.bench.report.Times;
import io.scarlet.space.blueprint.FeatureMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/**
 * One folder of pictures with one number of threads: both sides read each file, decode it, scale it
 * until it just covers the shape, and cut the middle out. They take turns.
 */
final class PictureContest {

  /** How far the pixels of a picture may differ, of 255: on average, and at most. */
  private static final double MEAN = 1;

  private static final int MOST = 32;

  /** Pictures that are compared before anything is timed. */
  private static final int CHECKED = 16;

  private static final double NANOS = 1e9;
  private static final double NANOS_A_MILLISECOND = 1e6;

  private final Settings settings;
  private final String name;
  private final List<Path> files;
  private final FeatureMap shape;
  private final int threads;

  PictureContest(Settings settings, String name, List<Path> files, FeatureMap shape, int threads) {
    this.settings = settings;
    this.name = name;
    this.files = files;
    this.shape = shape;
    this.threads = threads;
  }

  String name() {
    return name;
  }

  /**
   * Checks that both sides do the same, then measures.
   *
   * @throws DifferentWorkException where they do not
   */
  Comparison run(Optional<Python> python) {
    if (python.isEmpty()) {
      return against(Optional.empty());
    }
    try (PicturePeer peer = new PicturePeer(python.get(), threads, files, shape)) {
      return against(Optional.of(peer));
    }
  }

  private Comparison against(Optional<PicturePeer> peer) {
    try (PictureReading ours = new PictureReading(files, shape, threads)) {
      for (int picture = 0; picture < Math.min(CHECKED, files.size()); picture++) {
        int checked = picture;
        byte[] mine = ours.pixels(picture);
        peer.ifPresent(other -> check(name, checked, mine, other.pixels(checked)));
      }
      long start = System.nanoTime();
      while (System.nanoTime() - start < settings.warmUp() * NANOS) {
        ours.once();
      }
      DoubleStream.Builder mine = DoubleStream.builder();
      DoubleStream.Builder others = DoubleStream.builder();
      for (int round = 0; round < settings.rounds(); round++) {
        mine.add(time(ours));
        peer.ifPresent(other -> DoubleStream.of(other.milliseconds(1)).forEach(others::add));
      }
      return new Comparison(
          name,
          threads,
          Times.of(mine.build().toArray()),
          peer.map(_ -> Times.of(others.build().toArray())),
          OptionalInt.of(files.size()));
    }
  }

  /** Refuses pixels that differ by more than rounding and the way colours are interpolated. */
  static void check(String name, int picture, byte[] ours, byte[] peers) {
    long sum = 0;
    int most = 0;
    for (int i = 0; i < ours.length; i++) {
      int difference = Math.abs(Byte.toUnsignedInt(ours[i]) - Byte.toUnsignedInt(peers[i]));
      sum += difference;
      most = Math.max(most, difference);
    }
    double mean = (double) sum / ours.length;
    if (mean > MEAN || most > MOST) {
      throw DifferentWorkException.pixels(name, picture, mean, most);
    }
  }

  private static double time(PictureReading ours) {
    long start = System.nanoTime();
    ours.once();
    return (System.nanoTime() - start) / NANOS_A_MILLISECOND;
  }
}
