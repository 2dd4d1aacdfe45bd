package io.scarlet.bench.ours;

import io.scarlet.backend.cpu.CpuBackend;
import io.scarlet.bench.net.Net;
import io.scarlet.bench.net.RandomPictures;
import io.scarlet.space.Architecture;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.data.Batch;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.layer.Pass;
import io.scarlet.supernet.layer.Phase;
import io.scarlet.supernet.random.Draws;
import io.scarlet.supernet.training.CrossEntropy;
import java.util.Collections;
import java.util.stream.IntStream;

/** Forward passes of a network whose batch norms remember the moments of the batch. */
public final class Evaluation implements Side {

  private final Supernet supernet;
  private final Architecture path;
  private final Batch batch;
  private final Tensor pictures;
  private final CrossEntropy loss;
  private final float[] logits;
  private final float[] gradient;

  /** An evaluation of a net, of its first choices where it has several. */
  public Evaluation(Net net, int threads) {
    supernet =
        new Supernet(
            net.space(), TrainStep.SETTINGS.skip(), TrainStep.SEED, new CpuBackend(threads));
    path = firstChoices(net);
    RandomPictures set = new RandomPictures(net.space(), net.evaluated());
    batch = Batch.plain(set, Normalization.of(set), IntStream.range(0, set.size()).toArray());
    pictures = supernet.backend().allocate(batch.pixels().length);
    pictures.write(batch.pixels());
    loss = new CrossEntropy(net.space().classes(), TrainStep.SETTINGS.labelSmoothing());
    logits = new float[batch.size() * net.space().classes()];
    gradient = new float[logits.length];
    run(Phase.RECALIBRATE);
  }

  /** The path that is evaluated. */
  public static Architecture firstChoices(Net net) {
    return new Architecture(Collections.nCopies(net.space().layers().size(), 0));
  }

  @Override
  public Supernet supernet() {
    return supernet;
  }

  @Override
  public Batch batch() {
    return batch;
  }

  @Override
  public double once() {
    return run(Phase.EVALUATE);
  }

  private double run(Phase phase) {
    Pass pass = supernet.pass(phase, batch.size(), Draws.of(0, "evaluation"));
    supernet.forward(pass, path, pictures).read(logits);
    return loss.measure(logits, batch.labels(), gradient).loss();
  }

  @Override
  public void close() {
    supernet.backend().close();
  }
}
