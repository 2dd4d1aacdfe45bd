package io.scarlet.space;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A network of a search space: for each layer the index of its choice. Which indices are legal only
 * the {@link SearchSpace} knows.
 *
 * @param choices one a layer, each 0 to 35
 */
public record Architecture(List<Integer> choices) {

  public Architecture {
    choices = List.copyOf(choices);
    for (int choice : choices) {
      if (choice < 0 || choice >= SearchableLayer.MOST_CHOICES) {
        throw new IllegalArgumentException("a choice lies in 0 to 35, got " + choice);
      }
    }
  }

  /** One character a layer, {@code 0-9} then {@code a-z}. */
  public String code() {
    return choices.stream()
        .map(choice -> String.valueOf(Character.forDigit(choice, SearchableLayer.MOST_CHOICES)))
        .collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return code();
  }
}
