package io.scarlet.supernet.standalone;

import io.scarlet.space.Architecture;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.data.Batch;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.layer.Pass;
import io.scarlet.supernet.layer.Phase;
import io.scarlet.supernet.random.Draws;
import java.util.Arrays;

/**
 * Measures the moments of batch norms on some of the train pictures.
 *
 * @param train that they are of
 * @param batch pictures at a time
 */
record MomentMeasurement(PictureSet train, Normalization normalization, int batch) {

  private static final int MOST_PICTURES = 10_000;

  void measure(Supernet network, Architecture path) {
    network.batchNorms(path).forEach(norm -> norm.running().reset());
    int batches = Math.min(MOST_PICTURES, train.size()) / batch;
    long pictures = (long) batches * batch;
    Tensor memory = network.backend().allocate(batch * train.shape().size());
    int[] order = Draws.of(0, "moments").permutation(train.size());
    for (int at = 0; at < pictures; at += batch) {
      int[] chosen = Arrays.copyOfRange(order, at, at + batch);
      memory.write(Batch.plain(train, normalization, chosen).pixels());
      Pass pass = network.pass(Phase.RECALIBRATE, batch, Draws.of(0, "moments"));
      network.forward(pass, path, memory);
    }
  }
}
