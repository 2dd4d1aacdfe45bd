package io.scarlet.evolution;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Which of the checkpoints of its training a search scores with. It is asked whenever a generation
 * may open; where the answer is another than the generation before had, the survivors are scored
 * anew first.
 */
public sealed interface Adoption {

  /**
   * The weights of the generation that opens.
   *
   * @param weights published and adopted so far
   * @param generation its number
   * @param exhausted whether the adopted weights have scored all networks of the space
   * @return empty where the search waits for a checkpoint
   */
  Optional<Checkpoint> next(Weights weights, int generation, BooleanSupplier exhausted);

  /** The last checkpoint of the training, and no other. */
  record Last() implements Adoption {

    @Override
    public Optional<Checkpoint> next(Weights weights, int generation, BooleanSupplier exhausted) {
      return weights.last();
    }
  }

  /**
   * Each checkpoint in its turn, whenever it is published: the search waits for it, so the speed of
   * trainer and evaluators changes nothing. The last one stays.
   *
   * @param generations on each checkpoint, that in which survivors are scored anew included; at
   *     least 2, for the search to find something new
   */
  record Scheduled(int generations) implements Adoption {

    public Scheduled {
      if (generations < 2) {
        throw new IllegalArgumentException(
            "a checkpoint is kept for at least 2 generations, got " + generations);
      }
    }

    @Override
    public Optional<Checkpoint> next(Weights weights, int generation, BooleanSupplier exhausted) {
      if (weights.adopted().isEmpty()) {
        return weights.first();
      }
      Checkpoint adopted = weights.adopted().get();
      boolean due =
          !adopted.last()
              && (generation - weights.since() >= generations || exhausted.getAsBoolean());
      return due ? weights.after(adopted) : weights.adopted();
    }
  }

  /**
   * The newest checkpoint that lies on the log before the facts that opened the generation. A log
   * replays to the same search, but another run may take other checkpoints.
   */
  record AsItComes() implements Adoption {

    @Override
    public Optional<Checkpoint> next(Weights weights, int generation, BooleanSupplier exhausted) {
      Optional<Checkpoint> newest = weights.newest();
      boolean waits =
          newest.isPresent()
              && newest.equals(weights.adopted())
              && !newest.get().last()
              && exhausted.getAsBoolean();
      return waits ? Optional.empty() : newest;
    }
  }
}
