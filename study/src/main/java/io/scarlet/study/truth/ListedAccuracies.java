package io.scarlet.study.truth;

import io.scarlet.space.Architecture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accuracies that somebody wrote down. */
public final class ListedAccuracies implements Truth {

  private final String name;
  private final Map<Architecture, Double> accuracies;

  /**
   * A list.
   *
   * @param accuracies by canonical network, 0 to 1
   */
  public ListedAccuracies(String name, Map<Architecture, Double> accuracies) {
    this.name = name;
    this.accuracies = new LinkedHashMap<>(accuracies);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Architecture> networks() {
    return List.copyOf(accuracies.keySet());
  }

  @Override
  public double accuracy(Architecture network) {
    Double accuracy = accuracies.get(network);
    if (accuracy == null) {
      throw new IllegalArgumentException(network + " is not in " + name);
    }
    return accuracy;
  }
}
