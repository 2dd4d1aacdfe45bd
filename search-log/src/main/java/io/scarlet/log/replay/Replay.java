package io.scarlet.log.replay;

import io.scarlet.events.CandidateProposed;
import io.scarlet.events.FinalistChosen;
import io.scarlet.evolution.Decision;
import io.scarlet.evolution.Fact;
import io.scarlet.evolution.Step;
import io.scarlet.log.DecisionWriter;
import io.scarlet.log.FactReader;
import io.scarlet.log.LoggedEvent;
import io.scarlet.log.RecordedLog;
import io.scarlet.log.Search;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Folds the facts of a recorded log as the evolver does, with its code, and compares every decision
 * that follows with the recorded one by its Avro encoding.
 *
 * <p>Facts that the evolver rejected have no number in the log and are passed over, as its journal
 * passes over them.
 */
public final class Replay {

  private final RecordedLog log;
  private final boolean complete;
  private Search search = Search.unknown();
  private int uncounted;
  private int candidates;
  private int generations;
  private int finalists;
  private int open;

  private Replay(RecordedLog log) {
    this.log = log;
    this.complete = log.complete();
  }

  /** Replays a log to its end, or to the first difference. */
  public static ReplayReport of(RecordedLog log) {
    Replay replay = new Replay(log);
    try {
      replay.run();
      return replay.report(Optional.empty());
    } catch (Divergence difference) {
      return replay.report(Optional.of(difference.getMessage()));
    }
  }

  private void run() throws Divergence {
    Decisions recorded = Decisions.of(log);
    for (LoggedEvent logged : log.events()) {
      if (logged.fact().isPresent()) {
        fold(logged.fact().getAsInt(), logged.event(), recorded);
      } else if (!FactReader.searchId(logged.event()).isEmpty()) {
        uncounted++;
      }
    }
    if (complete && recorded.first().isPresent()) {
      throw new Divergence(
          recorded.first().get() + " is in the log, but follows from none of its facts");
    }
    open += recorded.size();
  }

  private void fold(int number, SpecificRecord event, Decisions recorded) throws Divergence {
    String name = "fact %d (%s)".formatted(number, event.getSchema().getName());
    if (number != search.facts()) {
      throw new Divergence("fact %d is missing: %s comes instead".formatted(search.facts(), name));
    }
    if (!FactReader.searchId(event).equals(log.searchId())) {
      throw new Divergence(name + " is none of search " + log.searchId());
    }
    Step step = Step.fold(search.state(), fact(name, event));
    if (step.rejection().isPresent()) {
      throw new Divergence(
          "%s counted in the log and does not by replay: %s"
              .formatted(name, step.rejection().get().detail()));
    }
    search = search.after(event, step);
    for (Decision decision : step.decisions()) {
      compare(written(decision), recorded);
    }
  }

  private static Fact fact(String name, SpecificRecord event) throws Divergence {
    try {
      return FactReader.fact(event);
    } catch (IllegalArgumentException refused) {
      throw new Divergence(name + " cannot be folded: " + refused.getMessage());
    }
  }

  private SpecificRecord written(Decision decision) {
    return switch (decision) {
      case Decision.Propose(var candidate) ->
          DecisionWriter.candidate(search.request().orElseThrow(), candidate);
      case Decision.CompleteGeneration completed ->
          DecisionWriter.generation(search.request().orElseThrow(), completed);
      case Decision.ChooseFinalist finalist ->
          DecisionWriter.finalist(search.request().orElseThrow(), finalist);
    };
  }

  private void compare(SpecificRecord derived, Decisions recorded) throws Divergence {
    if (recorded.take(derived)) {
      switch (derived) {
        case CandidateProposed _ -> candidates++;
        case FinalistChosen _ -> finalists++;
        default -> generations++;
      }
    } else if (complete) {
      throw new Divergence(
          Decisions.name(derived).orElseThrow() + " follows from the facts, but is not in the log");
    } else {
      open++;
    }
  }

  private ReplayReport report(Optional<String> difference) {
    return new ReplayReport(
        log.searchId(),
        complete,
        search.facts(),
        uncounted,
        candidates,
        generations,
        finalists,
        open,
        difference);
  }
}
