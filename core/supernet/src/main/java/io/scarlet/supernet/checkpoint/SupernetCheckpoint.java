package io.scarlet.supernet.checkpoint;

import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.layer.BatchNormLayer;
import io.scarlet.supernet.layer.Parameter;
import io.scarlet.supernet.layer.RunningMoments;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that a supernet remembers: weights, velocities of SGD, moments of batch norms, and facts
 * about it as text. A training that is given one goes on as if it had never stopped.
 */
public final class SupernetCheckpoint {

  private static final String VELOCITY = "velocity.";

  private final Map<String, float[]> tensors;
  private final Map<String, String> facts;

  /**
   * A checkpoint as a file holds it.
   *
   * @param tensors by name, in order
   * @param facts by name, in order
   */
  public SupernetCheckpoint(Map<String, float[]> tensors, Map<String, String> facts) {
    this.tensors = new LinkedHashMap<>(tensors);
    this.facts = new LinkedHashMap<>(facts);
  }

  /** What a supernet remembers now. */
  public static SupernetCheckpoint of(Supernet supernet, Map<String, String> facts) {
    Map<String, float[]> tensors = new LinkedHashMap<>();
    for (Parameter parameter : supernet.parameters()) {
      tensors.put(parameter.name(), parameter.value().toArray());
      tensors.put(VELOCITY + parameter.name(), parameter.velocity().toArray());
    }
    for (BatchNormLayer norm : supernet.batchNorms()) {
      RunningMoments running = norm.running();
      tensors.put(mean(running), running.moments().mean().toArray());
      tensors.put(variance(running), running.moments().variance().toArray());
    }
    return new SupernetCheckpoint(tensors, facts);
  }

  /**
   * Makes a supernet remember this.
   *
   * @throws CheckpointMismatchException if a tensor is missing or of another size: the checkpoint
   *     is of another space
   */
  public void restore(Supernet supernet) {
    for (Parameter parameter : supernet.parameters()) {
      parameter.value().write(tensor(parameter.name(), parameter.value().size()));
      parameter.velocity().write(tensor(VELOCITY + parameter.name(), parameter.velocity().size()));
    }
    for (BatchNormLayer norm : supernet.batchNorms()) {
      RunningMoments running = norm.running();
      long channels = running.moments().mean().size();
      running.restore(tensor(mean(running), channels), tensor(variance(running), channels));
    }
  }

  private float[] tensor(String name, long size) {
    float[] values = tensors.get(name);
    if (values == null || values.length != size) {
      throw new CheckpointMismatchException(
          "the checkpoint is of another search space: "
              + name
              + (values == null
                  ? " is missing"
                  : " has " + values.length + " values, not " + size));
    }
    return values;
  }

  /** Values by name, in order; not to be changed. */
  public Map<String, float[]> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  /** Facts by name, in order. */
  public Map<String, String> facts() {
    return Collections.unmodifiableMap(facts);
  }

  private static String mean(RunningMoments running) {
    return running.name() + ".running_mean";
  }

  private static String variance(RunningMoments running) {
    return running.name() + ".running_variance";
  }
}
