package io.scarlet.supernet.layer;

import io.scarlet.space.blueprint.Operator;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Features;
import io.scarlet.supernet.backend.Moments;
import io.scarlet.supernet.backend.Norm;
import io.scarlet.supernet.backend.NormGradient;
import io.scarlet.supernet.backend.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * A batch norm (Ioffe and Szegedy, arXiv 1502.03167) with its activation: its weights, and the
 * moments of what it saw: of mixed paths after training, of one path after recalibration.
 */
public final class BatchNorm {

  /** What is added to a variance before its root is taken. */
  public static final float EPSILON = 1e-5f;

  private static final double MOMENTUM = 0.1;

  private final Operator.BatchNorm op;
  private final Parameter scale;
  private final Parameter shift;
  private final Moments batch;
  private final RunningMoments running;
  private final NormGradient gradient;

  BatchNorm(String name, Operator.BatchNorm op, Backend backend) {
    this.op = op;
    int channels = op.in().channels();
    List<Integer> shape = List.of(channels);
    scale = new Parameter(name + ".scale", false, backend, Initial.constant(channels, 1), shape);
    shift = new Parameter(name + ".shift", false, backend, Initial.constant(channels, 0), shape);
    batch = new Moments(backend.allocate(channels), backend.allocate(channels));
    running = new RunningMoments(name, channels, backend);
    gradient = new NormGradient(backend.allocate(channels), backend.allocate(channels));
  }

  Operator.BatchNorm op() {
    return op;
  }

  /** Where the moments of a batch are to be written, in the phases that measure them. */
  Optional<Moments> measured(Phase phase) {
    return phase == Phase.EVALUATE ? Optional.empty() : Optional.of(batch);
  }

  /** Features behind the norm, from features whose moments have been measured. */
  Features behind(Pass pass, Tensor x) {
    long places = pass.n() * op.in().area();
    switch (pass.phase()) {
      case TRAIN -> running.follow(batch, places, MOMENTUM);
      case RECALIBRATE -> running.average(batch, places);
      case EVALUATE -> {}
    }
    return new Features(x, Optional.of(applied(pass.phase())));
  }

  Norm applied(Phase phase) {
    Moments moments = phase == Phase.EVALUATE ? running.moments() : batch;
    return new Norm(op, moments, scale.value(), shift.value(), EPSILON);
  }

  /** Where the way back puts the gradients of this pass. */
  NormGradient gradient() {
    return gradient;
  }

  /** Adds the gradients of this pass to those of the weights. */
  void collect(Backend backend) {
    collect(backend, scale, gradient.scale());
    collect(backend, shift, gradient.shift());
  }

  private static void collect(Backend backend, Parameter parameter, Tensor gradient) {
    if (parameter.touch()) {
      backend.add(parameter.gradient(), gradient);
    } else {
      backend.copy(gradient, parameter.gradient());
    }
  }

  /** What the norm remembers of the features it saw. */
  public RunningMoments running() {
    return running;
  }

  List<Parameter> parameters() {
    return List.of(scale, shift);
  }
}
