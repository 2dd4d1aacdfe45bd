package io.scarlet.cli;

import io.scarlet.local.LocalStack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The end of a process by signal 9, at a moment that the log tells, not a clock.
 *
 * @param program what it is called, or {@link #EVERYTHING}
 * @param after so many events of the search
 */
record Kill(String program, int after) {

  /** All processes of the stack at once. */
  static final String EVERYTHING = "everything";

  private static final String GENERATOR = "L64X128MixRandom";

  /**
   * Kills drawn by chance, the same for the same seed.
   *
   * @param seed of the draw
   * @param count how many
   * @param programs which there are
   * @param events of the search, all together
   * @return the earliest first
   */
  static List<Kill> draw(long seed, int count, List<String> programs, int events) {
    RandomGenerator chance = RandomGeneratorFactory.of(GENERATOR).create(seed);
    List<String> victims = new ArrayList<>(programs);
    victims.add(EVERYTHING);
    List<Kill> kills = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      kills.add(new Kill(victims.get(chance.nextInt(victims.size())), chance.nextInt(events)));
    }
    kills.sort(Comparator.comparingInt(Kill::after));
    return List.copyOf(kills);
  }

  void strike(LocalStack stack) {
    if (program.equals(EVERYTHING)) {
      stack.programs().forEach(stack::kill);
    } else {
      stack.kill(program);
    }
  }

  @Override
  public String toString() {
    return "kills %s after %d events".formatted(program.replace('-', ' '), after);
  }
}
