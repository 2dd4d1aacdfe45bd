package io.scarlet.cli;

import io.scarlet.cli.io.SearchInput;
import io.scarlet.cli.result.SearchHistory;
import io.scarlet.events.Costs;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.Member;
import io.scarlet.events.Origin;
import io.scarlet.events.SearchRequested;
import io.scarlet.events.TrainingProgressed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Searches that never were, for tests of what is shown of a search. */
public final class Histories {

  private static final int SLOTS = 12;
  private static final String[] CODES = {
    "0120313", "2210321", "0000000", "1111111", "2222222", "2332333"
  };

  private Histories() {}

  /** A search of the preset with so many generations. */
  public static SearchHistory generations(int count) {
    SearchRequested request = SearchInput.preset("fashion-quick").request();
    List<GenerationCompleted> generations =
        IntStream.range(0, count).mapToObj(number -> generation(request, number, count)).toList();
    return new SearchHistory(request, curve(request), generations, List.of());
  }

  /** One candidate. */
  public static Member member(int generation, int slot, Double accuracy, String... parents) {
    return Member.newBuilder()
        .setCandidateId("g" + generation + "s" + slot)
        .setGeneration(generation)
        .setSlot(slot)
        .setCode(CODES[(generation + slot) % CODES.length])
        .setParents(List.of(parents))
        .setOrigin(parents.length == 0 ? Origin.SEEDED : Origin.CROSSOVER)
        .setCosts(new Costs(20_000L + 1_500L * slot, 900_000L + 170_000L * slot, 3 + slot % 4))
        .setAccuracy(accuracy)
        .setFailure(accuracy == null ? "the weights are gone, \"all\" of them" : null)
        .build();
  }

  private static GenerationCompleted generation(SearchRequested request, int number, int count) {
    List<Member> evaluated = new ArrayList<>();
    for (int slot = 0; slot < SLOTS; slot++) {
      Double accuracy = slot == 7 && number == 1 ? null : accuracy(number, slot);
      evaluated.add(
          number == 0
              ? member(number, slot, accuracy)
              : member(
                  number,
                  slot,
                  accuracy,
                  "g" + (number - 1) + "s" + slot,
                  "g" + (number - 1) + "s" + (slot + 5) % SLOTS));
    }
    List<Member> front =
        evaluated.stream()
            .filter(member -> member.getAccuracy() != null && member.getSlot() % 3 == 0)
            .sorted(Comparator.comparingDouble(Member::getAccuracy).reversed())
            .toList();
    return GenerationCompleted.newBuilder()
        .setSearchId(request.getSearchId())
        .setGeneration(number)
        .setEvaluations((number + 1) * SLOTS)
        .setBudget(count * SLOTS)
        .setEvaluated(evaluated)
        .setPopulation(evaluated)
        .setFront(front)
        .setHypervolume(0.5 + 0.04 * Math.sqrt(number))
        .setFailures(number > 0 ? 1 : 0)
        .setLast(number == count - 1)
        .setReason(number == count - 1 ? "budget spent" : "")
        .build();
  }

  private static double accuracy(int generation, int slot) {
    return 0.70 + 0.013 * slot + 0.012 * Math.sqrt(generation) - 0.02 * ((slot * 5) % 3);
  }

  private static List<TrainingProgressed> curve(SearchRequested request) {
    return IntStream.rangeClosed(1, 40)
        .mapToObj(
            i ->
                TrainingProgressed.newBuilder()
                    .setSearchId(request.getSearchId())
                    .setStep(i * 50L)
                    .setSteps(2_000)
                    .setEpoch(1 + i / 6)
                    .setEpochs(8)
                    .setLoss(0.6 + 1.7 / i)
                    .setAccuracy(0.85 - 0.7 / i)
                    .setLearningRate(0.1)
                    .setPicturesPerSecond(9_000)
                    .build())
        .toList();
  }
}
