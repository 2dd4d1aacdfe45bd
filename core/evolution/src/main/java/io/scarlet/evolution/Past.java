package io.scarlet.evolution;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What a search that is a fork shares with its parent: it begins where these generations end.
 *
 * @param published the checkpoints of the parent's training, by ascending step; with a supernet the
 *     last of them is the last of the training, since a fork does not train
 * @param generations the parent's, from 0 on, none left out; how the parent ended counts nothing
 */
public record Past(List<Checkpoint> published, List<Decision.CompleteGeneration> generations) {

  /** Of a search that begins anew. */
  public static final Past NONE = new Past(List.of(), List.of());

  public Past {
    published = List.copyOf(published);
    generations =
        generations.stream().map(generation -> generation.ending(Optional.empty())).toList();
    for (int i = 0; i < generations.size(); i++) {
      if (generations.get(i).generation() != i) {
        throw new IllegalArgumentException(
            "a fork shares all generations from 0 on, got generation %d in place of %d"
                .formatted(generations.get(i).generation(), i));
      }
    }
  }

  /** Whether there is none. */
  public boolean isNone() {
    return generations.isEmpty();
  }

  /** Candidates evaluated in it. */
  int evaluations() {
    return isNone() ? 0 : generations.getLast().evaluations();
  }

  /** Whether the training is complete whose weights it was scored with. */
  boolean trained() {
    return !published.isEmpty() && published.getLast().last();
  }

  /** Whether some network was scored without this figure. */
  boolean lacks(Function<Outcome.Score, OptionalDouble> figure) {
    return generations.stream()
        .flatMap(generation -> generation.evaluated().stream())
        .anyMatch(
            member ->
                member.evaluation().outcome() instanceof Outcome.Score score
                    && figure.apply(score).isEmpty());
  }
}
