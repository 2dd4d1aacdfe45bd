package io.scarlet.space;

import io.scarlet.space.blueprint.FeatureMap;
import java.util.List;

/**
 * One place where the search decides. A layer of a fixed network has one choice.
 *
 * @param number from 1, over the whole network
 * @param stage from 1
 * @param in features that enter, whatever is chosen
 * @param out features that leave, whatever is chosen
 * @param stride by how much the area shrinks
 * @param choices 1 to 36, in the order of their codes
 */
public record SearchableLayer(
    int number, int stage, FeatureMap in, FeatureMap out, int stride, List<Choice> choices) {

  /** A code has one character a layer, {@code 0-9} then {@code a-z}. */
  public static final int MOST_CHOICES = Character.MAX_RADIX;

  public SearchableLayer {
    choices = List.copyOf(choices);
    if (choices.isEmpty() || choices.size() > MOST_CHOICES) {
      throw new IllegalArgumentException(
          "layer " + number + " needs 1 to " + MOST_CHOICES + " choices, got " + choices.size());
    }
    for (Choice choice : choices) {
      if (!choice.segment().in().equals(in) || !choice.segment().out().equals(out)) {
        throw new IllegalArgumentException(
            "layer " + number + " leads " + in + " to " + out + ", its " + choice + " does not");
      }
    }
    if (choices.stream().map(Choice::label).distinct().count() != choices.size()) {
      throw new IllegalArgumentException("layer " + number + " has a choice twice");
    }
  }

  /** The choices' labels in the order of their codes. */
  public List<String> labels() {
    return choices.stream().map(Choice::label).toList();
  }

  /** The index of the skip, or -1 where the layer has none. */
  public int skip() {
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i).skip()) {
        return i;
      }
    }
    return -1;
  }

  /** The same layer where nothing is left to choose. */
  SearchableLayer only(Choice choice) {
    return with(List.of(choice));
  }

  /** The same layer with other choices. */
  SearchableLayer with(List<Choice> others) {
    return new SearchableLayer(number, stage, in, out, stride, others);
  }

  /** Whether both may trade their choices without a change of the network's shapes. */
  boolean interchangeable(SearchableLayer other) {
    return stage == other.stage
        && in.equals(other.in)
        && out.equals(other.out)
        && choices.equals(other.choices);
  }
}
