package io.scarlet.supernet.layer;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Moments;
import io.scarlet.supernet.backend.Tensor;
import java.util.List;

/**
 * Batch norm (Ioffe and Szegedy, arXiv 1502.03167) with its activation. It remembers the moments of
 * what it saw: of mixed paths after training, of one path after recalibration.
 */
public final class BatchNormLayer implements Layer {

  private static final float EPSILON = 1e-5f;
  private static final double MOMENTUM = 0.1;

  private final Operator.BatchNorm op;
  private final Parameter scale;
  private final Parameter shift;
  private final Moments batch;
  private final RunningMoments running;
  private Tensor x;

  BatchNormLayer(String name, Operator.BatchNorm op, Backend backend) {
    this.op = op;
    int channels = op.in().channels();
    List<Integer> shape = List.of(channels);
    scale = new Parameter(name + ".scale", false, backend, Initial.constant(channels, 1), shape);
    shift = new Parameter(name + ".shift", false, backend, Initial.constant(channels, 0), shape);
    batch = new Moments(backend.allocate(channels), backend.allocate(channels));
    running = new RunningMoments(name, channels, backend);
    x = scale.value();
  }

  @Override
  public Tensor forward(Pass pass, Tensor x) {
    this.x = x;
    Tensor y = pass.buffers().take(pass.n() * op.in().size());
    pass.backend()
        .batchNorm(op, pass.n(), x, moments(pass), scale.value(), shift.value(), EPSILON, y);
    return y;
  }

  private Moments moments(Pass pass) {
    if (pass.phase() == Phase.EVALUATE) {
      return running.moments();
    }
    pass.backend().moments(op.in(), pass.n(), x, batch.mean(), batch.variance());
    long places = pass.n() * op.in().area();
    switch (pass.phase()) {
      case TRAIN -> running.follow(batch, places, MOMENTUM);
      case RECALIBRATE -> running.average(batch, places);
      case EVALUATE -> throw new IllegalStateException("evaluation measures no moments");
    }
    return batch;
  }

  @Override
  public Tensor backward(Pass pass, Tensor dy) {
    Tensor dx = pass.buffers().take(pass.n() * op.in().size());
    shift.touch();
    pass.backend()
        .batchNormGradient(
            op,
            pass.n(),
            x,
            batch,
            scale.value(),
            shift.value(),
            EPSILON,
            dy,
            dx,
            scale.gradient(),
            shift.gradient(),
            scale.touch());
    pass.buffers().release(dy);
    return dx;
  }

  /** What the layer remembers of the features it saw. */
  public RunningMoments running() {
    return running;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(scale, shift);
  }
}
