package io.scarlet.supernet.model;

import io.scarlet.space.Architecture;
import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.data.Batch;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.data.PictureSet;
import io.scarlet.supernet.training.CrossEntropy;
import java.util.stream.IntStream;

/** A trained network at work. Not for several threads at a time. */
public final class Classifier {

  private static final int BATCH = 256;

  private final Supernet network;
  private final Architecture only;
  private final Normalization normalization;
  private final int classes;
  private final int values;
  private final Tensor memory;

  /**
   * A network as it is now.
   *
   * @param network of one path
   * @param normalization of the pictures that it takes
   */
  public Classifier(Supernet network, Normalization normalization) {
    this.network = network;
    this.normalization = normalization;
    only = network.space().onlyArchitecture().orElseThrow();
    classes = network.space().classes();
    values = Math.toIntExact(network.space().input().size());
    memory = network.backend().allocate((long) BATCH * values);
  }

  /**
   * Logits {@code [N, classes]} of pictures. Each is looked at by itself, so that they do not
   * depend on what comes with it.
   *
   * @param pictures normalised pixels {@code [N, H, W, C]}
   */
  public float[] logits(float[] pictures) {
    if (pictures.length % values != 0) {
      throw new IllegalArgumentException(
          "a picture has %d values, got %d".formatted(values, pictures.length));
    }
    int n = pictures.length / values;
    float[] logits = new float[n * classes];
    for (int from = 0; from < n; from += BATCH) {
      int count = Math.min(BATCH, n - from);
      float[] some = new float[count * values];
      System.arraycopy(pictures, from * values, some, 0, some.length);
      memory.write(some);
      float[] answers = new float[count * classes];
      network.evaluate(only, count, memory.part(0, some.length), answers);
      System.arraycopy(answers, 0, logits, from * classes, answers.length);
    }
    return logits;
  }

  /**
   * What it makes of pictures; those are read a batch at a time.
   *
   * @param pictures at least one, of the shape and the classes of the network
   * @throws io.scarlet.supernet.data.UnreadablePictureException if one of them cannot be read
   */
  public Evaluation evaluate(PictureSet pictures) {
    long[][] confusion = new long[classes][classes];
    CrossEntropy entropy = new CrossEntropy(classes, 0);
    double loss = 0;
    for (int from = 0; from < pictures.size(); from += BATCH) {
      int to = Math.min(pictures.size(), from + BATCH);
      Batch batch = Batch.plain(pictures, normalization, IntStream.range(from, to).toArray());
      float[] logits = logits(batch.pixels());
      loss +=
          entropy.measure(logits, batch.labels(), new float[logits.length]).loss() * batch.size();
      for (int i = 0; i < batch.size(); i++) {
        confusion[batch.labels()[i]][entropy.predicted(logits, i)]++;
      }
    }
    return Evaluation.of(pictures.classes(), confusion, loss / pictures.size());
  }
}
