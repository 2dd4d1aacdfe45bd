package io.scarlet.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.space.CostModel;
import io.scarlet.space.Costs;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchSettingsTest {

  @Test
  void what_cannot_be_searched_is_refused_with_one_clear_line() {
    refused("a search evaluates at least 1 candidate, got 0", 0, 2, 0.9, List.of(Searches.MACS));
    refused("a population has at least 2 candidates, got 1", 1, 1, 0.9, List.of(Searches.MACS));
    refused("crossoverProbability lies in 0 to 1, got 1.5", 1, 2, 1.5, List.of(Searches.MACS));
    refused(
        "crossoverProbability lies in 0 to 1, got NaN", 1, 2, Double.NaN, List.of(Searches.MACS));
    refused("a search needs an objective, accuracy for instance", 1, 2, 0.9, List.of());
    refused("an objective is named twice", 1, 2, 0.9, List.of(Searches.MACS, Searches.MACS));
  }

  @Test
  void a_loss_is_an_objective_of_networks_that_are_scored_and_not_of_a_table() {
    Changed trained = Changed.of(Searches.macro(1, 1, 2)).objectives(Searches.LOSS);

    assertThatThrownBy(trained::settings)
        .hasMessage("a table of measured networks knows no loss: make accuracy the objective");
    assertThat(trained.needsCheckpoint().settings().wants(Measure.LOSS)).isTrue();
    assertThatThrownBy(() -> new Constraint(Measure.LOSS, 0, 1))
        .hasMessage("loss cannot be a constraint; make it an objective instead");
  }

  @Test
  void a_loss_as_bad_as_chance_or_worse_has_no_share() {
    Costs costs = CostModel.cheapest(Searches.TINY);
    Reading least = new Reading(0, 0, 0, costs);
    Reading most = new Reading(1, StrictMath.log(2), 0, costs);

    assertThat(Searches.LOSS.share(new Reading(1, 0, 0, costs), least, most)).isEqualTo(1);
    assertThat(Searches.LOSS.share(most, least, most)).isZero();
    assertThat(Searches.LOSS.share(new Reading(1, 9, 0, costs), least, most)).isZero();
  }

  @Test
  void a_mutation_probability_of_0_means_one_layer_in_expectation() {
    assertThat(Searches.macro(1, 1, 2).mutationRate()).isEqualTo(1 / 8.0);
  }

  @Test
  void objectives_go_by_their_names() {
    assertThat(Measure.named("Accuracy")).isEqualTo(Measure.ACCURACY);
    assertThatThrownBy(() -> Measure.named("speed"))
        .hasMessage(
            "no objective is called 'speed'; there are accuracy, loss, latency, macs, params,"
                + " depth");
  }

  @Test
  void a_share_of_an_objective_goes_from_the_worst_of_the_space_to_the_best() {
    Costs cheapest = CostModel.cheapest(Searches.TINY);
    Costs dearest = CostModel.dearest(Searches.TINY);
    Reading even = new Reading(0, 0, 0, cheapest);

    assertThat(share(Searches.MACS, 0, cheapest)).isEqualTo(1);
    assertThat(share(Searches.MACS, 0, dearest)).isEqualTo(0);
    assertThat(share(Searches.ACCURACY, 0.25, dearest)).isEqualTo(0.25);
    assertThat(Searches.MACS.share(even, even, even)).isEqualTo(1);
  }

  @Test
  void a_violation_is_the_share_by_which_a_bound_is_broken() {
    Constraint bound = new Constraint(Measure.MACS, 100, 200);

    assertThat(violation(bound, 100)).isZero();
    assertThat(violation(bound, 200)).isZero();
    assertThat(violation(bound, 300)).isEqualTo(0.5);
    assertThat(violation(bound, 50)).isEqualTo(0.5);
    assertThatThrownBy(() -> new Constraint(Measure.MACS, 3, 2))
        .hasMessage("the bounds of macs leave nothing: at least 3.0, at most 2.0");
    assertThatThrownBy(() -> new Constraint(Measure.ACCURACY, 0, 1))
        .hasMessageContaining("make it an objective");
  }

  @Test
  void candidate_ids_are_read_as_they_are_written_and_not_otherwise() {
    CandidateId id = new CandidateId("a-g001-s01", 1234, 100);

    assertThat(id).hasToString("a-g001-s01-g1234-s100");
    assertThat(CandidateId.parse(id.toString())).contains(id);
    assertThat(
            List.of(
                "",
                "a",
                "a-g001",
                "a-s00",
                "-g001-s00",
                "a-g0001-s00",
                "a-g1-s00",
                "a-g001-s0",
                "a-g001-s00 ",
                "a-g001-s1234567890",
                "a-g-01-s00",
                "a-g001-s+1",
                "a-s00-g001"))
        .allSatisfy(text -> assertThat(CandidateId.parse(text)).isEmpty());
  }

  private static void refused(
      String message, int budget, int population, double crossover, List<Objective> objectives) {
    assertThatThrownBy(
            () ->
                new SearchSettings(
                    "s1",
                    1,
                    Searches.TINY,
                    false,
                    new Adoption.Last(),
                    Limits.evaluations(budget),
                    Mode.GENERATIONAL,
                    new Nsga2(),
                    0,
                    population,
                    crossover,
                    0,
                    objectives,
                    List.of(),
                    0,
                    Past.NONE))
        .hasMessage(message);
  }

  private static double violation(Constraint bound, long macs) {
    return bound.violation(new Reading(0, 0, 0, new Costs(0, macs, 0)));
  }

  private static double share(Objective objective, double accuracy, Costs costs) {
    return objective.share(
        new Reading(accuracy, 0, 0, costs),
        new Reading(0, 0, 0, CostModel.cheapest(Searches.TINY)),
        new Reading(1, 1, 0, CostModel.dearest(Searches.TINY)));
  }
}
