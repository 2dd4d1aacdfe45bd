package io.scarlet.supernet.training;

import io.scarlet.space.Architecture;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.data.Batch;
import io.scarlet.supernet.data.BatchRing;
import io.scarlet.supernet.data.BatchStream;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.data.TrainingOrder;
import io.scarlet.supernet.layer.Parameter;
import io.scarlet.supernet.layer.Pass;
import io.scarlet.supernet.layer.Phase;
import io.scarlet.supernet.random.Draws;
import io.scarlet.supernet.sampling.ChoiceTally;
import java.util.List;
import java.util.Optional;

/**
 * The training of a supernet, an update at a time: the gradients of all paths of a step, on the
 * same pictures, add up to one update. What a step does is a function of the seed, the step and the
 * weights, so a training goes on from a checkpoint as if it had never stopped.
 */
public final class SupernetTraining implements AutoCloseable {

  private final Supernet supernet;
  private final TrainingSettings settings;
  private final long seed;
  private final List<Parameter> parameters;
  private final TrainingOrder order;
  private final LearningRate schedule;
  private final WeightUpdate update;
  private final WeightAverage average;
  private final CrossEntropy loss;
  private final ChoiceTally tally;
  private final BatchStream batches;
  private final Draws dropout;
  private final Tensor pictures;
  private final float[] logits;
  private final float[] gradient;
  private Optional<Batch> next = Optional.empty();
  private long step;

  /**
   * A training that begins, or goes on, at a step.
   *
   * @param supernet with the weights of that step, and all else that a checkpoint of it restores
   * @param train pictures to train on
   * @param seed of the search
   * @param step updates already done
   * @throws IllegalArgumentException if there are fewer pictures than a batch holds
   */
  public SupernetTraining(
      Supernet supernet,
      TrainingSettings settings,
      PictureSet train,
      Normalization normalization,
      long seed,
      long step) {
    this.supernet = supernet;
    this.settings = settings;
    this.seed = seed;
    this.step = step;
    parameters = supernet.parameters();
    order = new TrainingOrder(train.size(), settings.batch(), seed);
    long steps = steps();
    long warmup = Math.min(steps - 1, Math.round(settings.warmupEpochs() * order.batches()));
    schedule =
        new LearningRate(settings.learningRate(), warmup, steps, order.batches(), settings.decay());
    update = new WeightUpdate(settings.optimizer(), settings.weightDecay());
    average = new WeightAverage(settings.averageDecay());
    if (step == 0) {
      update.begin(parameters, supernet.backend());
      average.begin(parameters, supernet.backend());
    }
    int classes = supernet.space().classes();
    loss = new CrossEntropy(classes, settings.labelSmoothing());
    tally = new ChoiceTally(supernet.space());
    for (long past = 0; past < step; past++) {
      tally.add(paths(past));
    }
    dropout = Draws.of(seed, "dropout");
    pictures = supernet.backend().allocate(settings.batch() * train.shape().size());
    logits = new float[settings.batch() * classes];
    gradient = new float[settings.batch() * classes];
    BatchRing ring = new BatchRing(settings.batch(), train.shape());
    batches =
        new BatchStream(
            at -> {
              Batch batch = ring.next();
              order.fill(train, settings.augmentation(), normalization, at, batch);
              return batch;
            },
            step,
            steps);
  }

  /** Updates in all. */
  public long steps() {
    return settings.epochs() * order.batches();
  }

  /** Updates so far. */
  public long step() {
    return step;
  }

  /** Updates an epoch. */
  public long stepsPerEpoch() {
    return order.batches();
  }

  public boolean isComplete() {
    return step >= steps();
  }

  /** How often each choice was trained so far. */
  public ChoiceTally tally() {
    return tally;
  }

  /**
   * Waits until the pictures of the next update are there. An update does so itself; whoever asks
   * before can tell the time of waiting from that of computing.
   *
   * @throws io.scarlet.supernet.data.UnreadablePictureException if a picture cannot be read
   */
  public void awaitPictures() {
    if (next.isEmpty() && !isComplete()) {
      next = Optional.of(batches.next());
    }
  }

  /**
   * One update.
   *
   * @throws IllegalStateException if the training is complete
   * @throws DivergedException if the loss is no number any more
   * @throws io.scarlet.supernet.data.UnreadablePictureException if a picture cannot be read
   */
  public StepReport advance() {
    if (isComplete()) {
      throw new IllegalStateException("the training is complete");
    }
    awaitPictures();
    Batch batch = next.orElseThrow();
    next = Optional.empty();
    pictures.write(batch.pixels());
    List<Architecture> paths = paths(step);
    double lossSum = 0;
    double correct = 0;
    for (int i = 0; i < paths.size(); i++) {
      CrossEntropy.Result result = train(paths.get(i), batch, dropout.at(step).at(i));
      lossSum += result.loss();
      correct += result.correct();
    }
    double rate = schedule.at(step);
    update((float) rate);
    tally.add(paths);
    step++;
    average.follow(parameters, supernet.backend(), step);
    double meanLoss = lossSum / paths.size();
    if (!Double.isFinite(meanLoss)) {
      throw new DivergedException(step, settings.learningRate());
    }
    return new StepReport(
        step,
        (int) ((step - 1) / order.batches()) + 1,
        meanLoss,
        correct / ((double) paths.size() * settings.batch()),
        rate,
        paths.size());
  }

  private List<Architecture> paths(long step) {
    return settings.sampling().paths(supernet.space(), seed, step);
  }

  private CrossEntropy.Result train(Architecture path, Batch batch, Draws draws) {
    Pass pass = supernet.pass(Phase.TRAIN, batch.size(), draws);
    supernet.forward(pass, path, pictures).read(logits);
    CrossEntropy.Result result = loss.measure(logits, batch.labels(), gradient);
    Tensor dLogits = pass.buffers().take(gradient.length);
    dLogits.write(gradient);
    supernet.backward(pass, path, dLogits);
    return result;
  }

  private void update(float rate) {
    Backend backend = supernet.backend();
    for (Parameter parameter : parameters) {
      if (parameter.touched()) {
        update.apply(parameter, backend, rate);
        parameter.forgetGradient();
      }
    }
  }

  @Override
  public void close() {
    batches.close();
  }
}
