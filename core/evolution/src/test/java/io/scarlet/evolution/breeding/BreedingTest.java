package io.scarlet.evolution.breeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.Presets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BreedingTest {

  private static final SearchSpace S1 = Presets.preset("scarlet-s1");
  private static final SearchSpace MACRO = Presets.preset("nas-bench-macro");

  @Property(tries = 200)
  void a_draw_is_a_function_of_its_coordinates(
      @ForAll long seed,
      @ForAll @IntRange(max = 500) int generation,
      @ForAll @IntRange(max = 99) int slot) {
    assertThat(numbers(Draws.at(seed, Purpose.BREEDING, generation, slot)))
        .isEqualTo(numbers(Draws.at(seed, Purpose.BREEDING, generation, slot)))
        .isNotEqualTo(numbers(Draws.at(seed, Purpose.SEEDING, generation, slot)))
        .isNotEqualTo(numbers(Draws.at(seed, Purpose.BREEDING, generation + 1, slot)))
        .isNotEqualTo(numbers(Draws.at(seed, Purpose.BREEDING, generation, slot + 1)))
        .isNotEqualTo(numbers(Draws.at(seed + 1, Purpose.BREEDING, generation, slot)));
  }

  @Test
  void draws_of_neighbouring_slots_are_even() {
    int[] counts = new int[7];
    for (int slot = 0; slot < 7000; slot++) {
      counts[Draws.at(1, Purpose.SEEDING, 0, slot).below(7)]++;
    }

    assertThat(IntStream.of(counts).boxed())
        .allSatisfy(count -> assertThat(count).isCloseTo(1000, within(150)));
  }

  @Test
  void an_event_happens_as_often_as_its_probability_says() {
    Draws draws = Draws.at(1, Purpose.BREEDING, 0, 0);

    assertThat(IntStream.range(0, 10_000).filter(i -> draws.happens(0.3)).count())
        .isBetween(2850L, 3150L);
    assertThat(IntStream.range(0, 100).filter(i -> draws.happens(0))).isEmpty();
    assertThat(IntStream.range(0, 100).filter(i -> draws.happens(1))).hasSize(100);
    assertThatThrownBy(() -> draws.below(0)).hasMessage("a bound is at least 1, got 0");
  }

  @Property(tries = 200)
  void crossover_takes_each_layer_from_a_parent(@ForAll long seed, @ForAll Crossover crossover) {
    Architecture one = seeded(S1, seed, 0);
    Architecture other = seeded(S1, seed, 1);

    Architecture child = crossover.cross(one, other, Draws.at(seed, Purpose.BREEDING, 1, 0));

    S1.check(child);
    for (int layer = 0; layer < 19; layer++) {
      assertThat(child.choices().get(layer))
          .isIn(one.choices().get(layer), other.choices().get(layer));
    }
  }

  @Property(tries = 200)
  void mutation_stays_in_the_space_and_changes_every_layer_when_certain(@ForAll long seed) {
    Architecture parent = seeded(S1, seed, 0);

    Architecture mutant = Mutation.mutate(S1, parent, 1, Draws.at(seed, Purpose.BREEDING, 1, 0));

    S1.check(mutant);
    for (int layer = 0; layer < 19; layer++) {
      assertThat(mutant.choices().get(layer)).isNotEqualTo(parent.choices().get(layer));
    }
    assertThat(Mutation.mutate(S1, parent, 0, Draws.at(seed, Purpose.BREEDING, 1, 0)))
        .isEqualTo(parent);
  }

  @Test
  void the_enumeration_names_every_network_once() {
    Enumeration enumeration = new Enumeration(MACRO);
    Set<Architecture> found = new HashSet<>();
    Optional<Architecture> next = Optional.of(enumeration.first());
    while (next.isPresent()) {
      next = enumeration.find(next.get(), architecture -> !found.contains(architecture));
      next.ifPresent(found::add);
    }

    assertThat(found).hasSize(3969).allMatch(found1 -> MACRO.canonical(found1).equals(found1));
  }

  @Property(tries = 100)
  void what_is_bred_is_canonical_and_says_where_it_comes_from(@ForAll long seed) {
    Breeder breeder = new Breeder(MACRO, 0.5, 0.125);
    List<Architecture> parents =
        IntStream.range(0, 5).mapToObj(slot -> seeded(MACRO, seed, slot)).toList();

    Offspring child =
        breeder
            .breed(
                parents, Draws.at(seed, Purpose.BREEDING, 1, 0), found -> !parents.contains(found))
            .orElseThrow();

    assertThat(MACRO.canonical(child.architecture())).isEqualTo(child.architecture());
    assertThat(parents).doesNotContain(child.architecture());
    assertThat(child.parents()).hasSize(child.origin() == Origin.MUTATION ? 1 : 2);
  }

  @Test
  void chance_gives_up_when_nothing_is_fresh() {
    Breeder breeder = new Breeder(MACRO, 0.5, 0.125);
    Draws draws = Draws.at(1, Purpose.SEEDING, 0, 0);

    assertThat(breeder.seed(draws, found -> false)).isEmpty();
    assertThat(breeder.breed(List.of(seeded(MACRO, 1, 0)), draws, found -> false)).isEmpty();
  }

  private static Architecture seeded(SearchSpace space, long seed, int slot) {
    return new Breeder(space, 1, 0)
        .seed(Draws.at(seed, Purpose.SEEDING, 0, slot), found -> true)
        .orElseThrow()
        .architecture();
  }

  private static List<Integer> numbers(Draws draws) {
    return IntStream.range(0, 8).mapToObj(i -> draws.below(1 << 30)).toList();
  }
}
