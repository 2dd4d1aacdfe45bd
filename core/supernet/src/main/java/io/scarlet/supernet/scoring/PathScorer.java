package io.scarlet.supernet.scoring;

import io.scarlet.space.Architecture;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.data.Batch;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.layer.Pass;
import io.scarlet.supernet.layer.Phase;
import io.scarlet.supernet.random.Draws;
import io.scarlet.supernet.training.CrossEntropy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Scores paths of one supernet. A shared net's batch norms remember mixed paths, so those of a path
 * are measured anew on train pictures before it is scored; which pictures is a function of the
 * seed. Pictures are decoded once and kept.
 */
public final class PathScorer {

  /** A batch whose pixels the backend owns, with room for what a net answers. */
  private static final class Loaded {
    private final int[] labels;
    private final Tensor pictures;
    private final float[] logits;
    private final float[] unused;

    Loaded(Batch batch, int classes, Backend backend) {
      labels = batch.labels().clone();
      logits = new float[labels.length * classes];
      unused = new float[logits.length];
      pictures = backend.allocate(batch.pixels().length);
      pictures.write(batch.pixels());
    }

    int n() {
      return labels.length;
    }
  }

  private final Supernet supernet;
  private final List<Loaded> recalibration;
  private final List<Loaded> validation;
  private final CrossEntropy loss;

  /**
   * A scorer for a supernet.
   *
   * @param supernet with trained weights; its batch norms' memory is this scorer's from now on
   * @param train pictures to recalibrate on
   * @param validation pictures to score on
   * @param seed of the search
   */
  public PathScorer(
      Supernet supernet,
      PictureSet train,
      PictureSet validation,
      Normalization normalization,
      ScoringSettings settings,
      long seed) {
    this.supernet = supernet;
    loss = new CrossEntropy(supernet.space().classes(), 0);
    int[] order = Draws.of(seed, "recalibration").permutation(train.size());
    int batch = Math.min(settings.recalibrationBatch(), train.size());
    int batches = Math.min(settings.recalibrationBatches(), train.size() / batch);
    recalibration = load(train, normalization, order, batch, batches * batch);
    int[] all = new int[validation.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    this.validation = load(validation, normalization, all, settings.batch(), all.length);
  }

  private List<Loaded> load(
      PictureSet pictures, Normalization normalization, int[] order, int batch, int end) {
    List<Loaded> loaded = new ArrayList<>();
    Batch decoded = Batch.plain(pictures, normalization, new int[0]);
    for (int from = 0; from < end; from += batch) {
      int[] chosen = Arrays.copyOfRange(order, from, Math.min(end, from + batch));
      if (decoded.size() == chosen.length) {
        decoded.refill(pictures, normalization, chosen);
      } else {
        decoded = Batch.plain(pictures, normalization, chosen);
      }
      loaded.add(new Loaded(decoded, supernet.space().classes(), supernet.backend()));
    }
    return loaded;
  }

  /**
   * Scores a path.
   *
   * @throws io.scarlet.space.IllegalArchitectureException if the path is not one of the space
   */
  public Score score(Architecture path) {
    recalibrate(path);
    double lossSum = 0;
    long correct = 0;
    long seen = 0;
    for (Loaded batch : validation) {
      supernet.evaluate(path, batch.n(), batch.pictures, batch.logits);
      CrossEntropy.Result result = loss.measure(batch.logits, batch.labels, batch.unused);
      lossSum += result.loss() * batch.n();
      correct += result.correct();
      seen += batch.n();
    }
    return new Score((double) correct / seen, lossSum / seen);
  }

  private void recalibrate(Architecture path) {
    if (recalibration.isEmpty()) {
      return;
    }
    supernet.batchNorms(path).forEach(norm -> norm.running().reset());
    recalibration.forEach(batch -> measure(path, batch));
  }

  /** Lets the batch norms see a batch. */
  private void measure(Architecture path, Loaded batch) {
    Pass pass = supernet.pass(Phase.RECALIBRATE, batch.n(), Draws.of(0, "recalibration"));
    supernet.forward(pass, path, batch.pictures);
  }
}
