package io.scarlet.supernet.layer;

import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Moments;

/** The moments that a batch norm remembers, {@code [C]} each. */
public final class RunningMoments {

  private final String name;
  private final Moments moments;
  private final float[] mean;
  private final float[] variance;
  private final float[] seen;
  private int batches;

  RunningMoments(String name, int channels, Backend backend) {
    this.name = name;
    moments = new Moments(backend.allocate(channels), backend.allocate(channels));
    mean = new float[channels];
    variance = Initial.constant(channels, 1);
    seen = new float[channels];
    publish();
  }

  /** Name of the batch norm they belong to. */
  public String name() {
    return name;
  }

  public Moments moments() {
    return moments;
  }

  /** Mean 0, variance 1, no batch seen. */
  public void reset() {
    for (int c = 0; c < mean.length; c++) {
      mean[c] = 0;
      variance[c] = 1;
    }
    batches = 0;
    publish();
  }

  /** Takes over values from a checkpoint. */
  public void restore(float[] mean, float[] variance) {
    System.arraycopy(mean, 0, this.mean, 0, this.mean.length);
    System.arraycopy(variance, 0, this.variance, 0, this.variance.length);
    publish();
  }

  /** Moves a share of the way to the batch's moments. */
  void follow(Moments batch, long places, double share) {
    blend(batch, places, share);
  }

  /** The even average over all batches since the reset. */
  void average(Moments batch, long places) {
    batches++;
    blend(batch, places, 1.0 / batches);
  }

  private void blend(Moments batch, long places, double share) {
    double unbiased = places > 1 ? (double) places / (places - 1) : 1;
    batch.mean().read(seen);
    for (int c = 0; c < mean.length; c++) {
      mean[c] += (float) (share * (seen[c] - mean[c]));
    }
    batch.variance().read(seen);
    for (int c = 0; c < variance.length; c++) {
      variance[c] += (float) (share * (seen[c] * unbiased - variance[c]));
    }
    publish();
  }

  private void publish() {
    moments.mean().write(mean);
    moments.variance().write(variance);
  }
}
