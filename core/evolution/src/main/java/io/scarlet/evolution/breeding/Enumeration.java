package io.scarlet.evolution.breeding;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All networks of a space in the order of their codes, each once: of several codes for one network
 * only the canonical one counts. It is the last resort when chance no longer finds a new one, and
 * it knows when there is none.
 */
public final class Enumeration {

  private final SearchSpace space;

  /** Of this space. */
  public Enumeration(SearchSpace space) {
    this.space = space;
  }

  /** The first network of the space: every layer's first choice. */
  public Architecture first() {
    return new Architecture(Collections.nCopies(space.layers().size(), 0));
  }

  /**
   * The first network at or behind a place that is fresh.
   *
   * @param from any architecture of the space
   * @return empty where none is left
   */
  public Optional<Architecture> find(Architecture from, Predicate<Architecture> fresh) {
    Optional<Architecture> at = Optional.of(from);
    while (at.isPresent() && !(space.isCanonical(at.get()) && fresh.test(at.get()))) {
      at = next(at.get());
    }
    return at;
  }

  /** All networks; only for spaces that have few. */
  public List<Architecture> all() {
    List<Architecture> all = new ArrayList<>();
    for (Optional<Architecture> at = Optional.of(first()); at.isPresent(); at = next(at.get())) {
      at.filter(space::isCanonical).ifPresent(all::add);
    }
    return all;
  }

  private Optional<Architecture> next(Architecture architecture) {
    List<Integer> choices = new ArrayList<>(architecture.choices());
    for (int layer = choices.size() - 1; layer >= 0; layer--) {
      if (choices.get(layer) + 1 < space.layers().get(layer).choices().size()) {
        choices.set(layer, choices.get(layer) + 1);
        return Optional.of(new Architecture(choices));
      }
      choices.set(layer, 0);
    }
    return Optional.empty();
  }
}
