package io.scarlet.bench;

import io.scarlet.bench.net.Net;
import io.scarlet.bench.ours.Evaluation;
import io.scarlet.bench.ours.Side;
import io.scarlet.bench.ours.TrainStep;
import io.scarlet.bench.peer.Assignment;
import io.scarlet.bench.peer.Peer;
import io.scarlet.bench.peer.Python;
import io.scarlet.bench.report.Comparison;
import io.scarlet.bench.report.Times;
import io.scarlet.space.Architecture;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * One net with one number of threads. Both sides take turns of a few steps, so that whatever else
 * the machine does slows both.
 */
final class Contest {

  /** Losses that are compared before anything is timed; the second also sees the update. */
  private static final int CHECKED = 2;

  private static final double TOLERANCE = 1e-4;

  /** Steps whose paths the peer gets; it goes through them again and again. */
  private static final int PLANNED = 16;

  private static final int LEAST_WARM_UP = 2;

  /** Milliseconds of warm-up of the peer for each second of ours. */
  private static final double PEERS_SHARE = 200;

  private static final double NANOS = 1e9;
  private static final double NANOS_A_MILLISECOND = 1e6;

  private final Settings settings;
  private final Net net;
  private final int threads;

  Contest(Settings settings, Net net, int threads) {
    this.settings = settings;
    this.net = net;
    this.threads = threads;
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
    try (Peer peer = new Peer(python.get(), threads)) {
      return against(Optional.of(peer));
    }
  }

  private Comparison against(Optional<Peer> peer) {
    try (Side ours = side()) {
      peer.ifPresent(other -> other.load(assignment(ours)));
      double[] losses = IntStream.range(0, CHECKED).mapToDouble(step -> ours.once()).toArray();
      peer.ifPresent(
          other -> check(net.name(), losses, other.losses(settings.work().kind(), CHECKED)));
      warmUp(ours, peer);
      DoubleStream.Builder mine = DoubleStream.builder();
      DoubleStream.Builder others = DoubleStream.builder();
      for (int round = 0; round < settings.rounds(); round++) {
        for (int step = 0; step < net.turn(); step++) {
          mine.add(time(ours));
        }
        peer.ifPresent(
            other ->
                DoubleStream.of(other.milliseconds(settings.work().kind(), net.turn()))
                    .forEach(others::add));
      }
      return new Comparison(
          net.name(),
          threads,
          Times.of(mine.build().toArray()),
          peer.map(_ -> Times.of(others.build().toArray())),
          trains() ? OptionalInt.empty() : OptionalInt.of(net.evaluated()));
    }
  }

  private boolean trains() {
    return settings.work() == Settings.Work.TRAIN_STEP;
  }

  private Side side() {
    return trains() ? new TrainStep(net, threads) : new Evaluation(net, threads);
  }

  private Assignment assignment(Side ours) {
    List<List<Architecture>> paths =
        trains()
            ? LongStream.range(0, PLANNED)
                .mapToObj(
                    step -> TrainStep.SETTINGS.sampling().paths(net.space(), TrainStep.SEED, step))
                .toList()
            : List.of(List.of(Evaluation.firstChoices(net)));
    return new Assignment(
        ours.supernet(), ours.batch(), TrainStep.SETTINGS, paths, !trains(), threads);
  }

  /** Refuses losses that differ by more than rounding. */
  static void check(String net, double[] ours, double[] peers) {
    for (int step = 0; step < ours.length; step++) {
      if (!(Math.abs(ours[step] - peers[step]) <= TOLERANCE)) {
        throw DifferentWorkException.losses(net, step + 1, ours[step], peers[step]);
      }
    }
  }

  private void warmUp(Side ours, Optional<Peer> peer) {
    long start = System.nanoTime();
    if (settings.warmUp() > 0) {
      for (int step = 0;
          step < LEAST_WARM_UP || System.nanoTime() - start < settings.warmUp() * NANOS;
          step++) {
        ours.once();
      }
      peer.ifPresent(this::warmUp);
    }
  }

  /** It has nothing to compile, but memory to ask for. */
  private void warmUp(Peer peer) {
    double milliseconds = 0;
    while (milliseconds < settings.warmUp() * PEERS_SHARE) {
      milliseconds +=
          DoubleStream.of(peer.milliseconds(settings.work().kind(), LEAST_WARM_UP)).sum();
    }
  }

  private static double time(Side ours) {
    long start = System.nanoTime();
    ours.once();
    return (System.nanoTime() - start) / NANOS_A_MILLISECOND;
  }
}
