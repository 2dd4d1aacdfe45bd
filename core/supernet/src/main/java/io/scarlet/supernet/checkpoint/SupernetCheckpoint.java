package io.scarlet.supernet.checkpoint;

import io.scarlet.supernet.Supernet;
import io.scarlet.supernet.layer.BatchNorm;
import io.scarlet.supernet.layer.Parameter;
import io.scarlet.supernet.layer.RunningMoments;
import io.scarlet.supernet.layer.Slot;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * All that a supernet remembers: weights, what the training remembers of them, moments of batch
 * norms, and facts about it as text. A training that is given one goes on as if it had never
 * stopped.
 */
public final class SupernetCheckpoint {

  private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
  private final Map<String, String> facts;

  private SupernetCheckpoint(Map<String, String> facts) {
    this.facts = new LinkedHashMap<>(facts);
  }

  /** A checkpoint as a file holds it, both in order. */
  public static SupernetCheckpoint stored(
      Map<String, StoredTensor> tensors, Map<String, String> facts) {
    SupernetCheckpoint checkpoint = new SupernetCheckpoint(facts);
    checkpoint.tensors.putAll(tensors);
    return checkpoint;
  }

  /**
   * A checkpoint of values without a shape.
   *
   * @param tensors by name, in order
   * @param facts by name, in order
   */
  public SupernetCheckpoint(Map<String, float[]> tensors, Map<String, String> facts) {
    this(facts);
    tensors.forEach((name, values) -> this.tensors.put(name, StoredTensor.of(values)));
  }

  /** What a supernet remembers now. */
  public static SupernetCheckpoint of(Supernet supernet, Map<String, String> facts) {
    return of(supernet, SupernetCheckpoint::slots, facts);
  }

  /** What a supernet needs to score, without what its training remembers besides. */
  public static SupernetCheckpoint ofWeights(Supernet supernet, Map<String, String> facts) {
    return of(supernet, parameter -> Set.of(), facts);
  }

  private static SupernetCheckpoint of(
      Supernet supernet, Function<Parameter, Set<Slot>> slots, Map<String, String> facts) {
    SupernetCheckpoint checkpoint = new SupernetCheckpoint(facts);
    Map<String, StoredTensor> tensors = checkpoint.tensors;
    for (Parameter parameter : supernet.parameters()) {
      List<Integer> shape = parameter.shape();
      tensors.put(parameter.name(), StoredTensor.of(shape, parameter.value()));
      for (Slot slot : slots.apply(parameter)) {
        tensors.put(name(slot, parameter), StoredTensor.of(shape, parameter.slot(slot)));
      }
    }
    for (BatchNorm norm : supernet.batchNorms()) {
      RunningMoments running = norm.running();
      tensors.put(mean(running), StoredTensor.of(running.moments().mean().toArray()));
      tensors.put(variance(running), StoredTensor.of(running.moments().variance().toArray()));
    }
    return checkpoint;
  }

  /**
   * Makes a supernet remember this.
   *
   * @throws CheckpointMismatchException if a tensor is missing or of another size: the checkpoint
   *     is of another space
   */
  public void restore(Supernet supernet) {
    restoreForScoring(supernet);
    for (Parameter parameter : supernet.parameters()) {
      for (Slot slot : Slot.values()) {
        if (slot == Slot.VELOCITY || tensors.containsKey(name(slot, parameter))) {
          tensor(name(slot, parameter), parameter.value().size()).copyTo(parameter.slot(slot));
        }
      }
    }
  }

  /** A velocity every time: a training that has not begun has one of zero. */
  private static Set<Slot> slots(Parameter parameter) {
    Set<Slot> slots = EnumSet.of(Slot.VELOCITY);
    slots.addAll(parameter.slots());
    return slots;
  }

  private static String name(Slot slot, Parameter parameter) {
    return slot.name().toLowerCase(Locale.ROOT) + "." + parameter.name();
  }

  /**
   * Makes a supernet remember what scoring needs, without the memory that training needs besides.
   *
   * @throws CheckpointMismatchException if a tensor is missing or of another size: the checkpoint
   *     is of another space
   */
  public void restoreForScoring(Supernet supernet) {
    for (Parameter parameter : supernet.parameters()) {
      tensor(parameter.name(), parameter.value().size()).copyTo(parameter.value());
    }
    for (BatchNorm norm : supernet.batchNorms()) {
      RunningMoments running = norm.running();
      long channels = running.moments().mean().size();
      running.restore(
          tensor(mean(running), channels).toArray(), tensor(variance(running), channels).toArray());
    }
  }

  private StoredTensor tensor(String name, long size) {
    StoredTensor values = tensors.get(name);
    if (values == null || values.size() != size) {
      throw new CheckpointMismatchException(
          "the checkpoint is of another search space: "
              + name
              + (values == null
                  ? " is missing"
                  : " has " + values.size() + " values, not " + size));
    }
    return values;
  }

  /** Copies of the values by name, in order. */
  public Map<String, float[]> tensors() {
    Map<String, float[]> copies = new LinkedHashMap<>();
    tensors.forEach((name, values) -> copies.put(name, values.toArray()));
    return copies;
  }

  /** Values and their shapes by name, in order. */
  public Map<String, StoredTensor> stored() {
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
