package io.scarlet.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the training of a search has published so far, and what of it the search has adopted.
 *
 * @param published by ascending step, each step once
 * @param adopted the checkpoint that all scores of population and front were made with; empty
 *     before a generation is complete, and with a table
 * @param since number of the generation with which it was adopted
 */
public record Weights(List<Checkpoint> published, Optional<Checkpoint> adopted, int since) {

  static final Weights NONE = new Weights(List.of(), Optional.empty(), 0);

  /** All that a training has published; nothing of it is adopted. */
  static Weights of(List<Checkpoint> published) {
    return new Weights(published, Optional.empty(), 0);
  }

  public Weights {
    published = List.copyOf(published);
  }

  /** The last checkpoint of the training; empty while training goes on. */
  public Optional<Checkpoint> last() {
    return newest().filter(Checkpoint::last);
  }

  Optional<Checkpoint> first() {
    return published.stream().findFirst();
  }

  Optional<Checkpoint> newest() {
    return published.isEmpty() ? Optional.empty() : Optional.of(published.getLast());
  }

  Optional<Checkpoint> atStep(long step) {
    return published.stream().filter(known -> known.step() == step).findFirst();
  }

  Optional<Checkpoint> after(Checkpoint one) {
    return published.stream().filter(known -> known.step() > one.step()).findFirst();
  }

  Weights with(Checkpoint further) {
    List<Checkpoint> more = new ArrayList<>(published);
    more.add(further);
    return new Weights(more, adopted, since);
  }

  Weights adopting(Optional<Checkpoint> checkpoint, int generation) {
    return new Weights(published, checkpoint, generation);
  }
}
