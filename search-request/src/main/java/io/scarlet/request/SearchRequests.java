package io.scarlet.request;

import io.scarlet.events.CheckpointAdoption;
import io.scarlet.events.Constraint;
import io.scarlet.events.EvolutionSettings;
import io.scarlet.events.LatencySettings;
import io.scarlet.events.Objective;
import io.scarlet.events.ScoreSource;
import io.scarlet.events.SearchMode;
import io.scarlet.events.SearchPast;
import io.scarlet.events.SearchRequested;
import io.scarlet.space.io.MeasuredNetworksCsv;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the event that starts a search from what a person wrote. */
public final class SearchRequests {

  /** What a fork may have of its own. */
  private static final List<String> FORKED = List.of("name", "seed", "evolution", "finalists");

  private static final String PAST = "past";

  private static final String LATENCY = "latency";

  /** Timed passes where a latency is wanted and nothing says how many. */
  private static final int RUNS = 30;

  private SearchRequests() {}

  /**
   * The complete request, with defaults for what was not written and with its id.
   *
   * @param written keys are the fields of {@code SearchRequested}; the space is its YAML text
   * @throws RequestRefused where something is unknown, of the wrong type, out of range or missing
   */
  public static SearchRequested from(Written.Mapping written) {
    Written past = written.entries().get(PAST);
    if (past instanceof Written.Mapping) {
      throw past.place()
          .refuse("this is the request of a fork, which ./scarlet fork makes from its parent");
    }
    return checked(
        (SearchRequested)
            SchemaBinding.record(SearchRequested.getClassSchema(), written, "a request"),
        written);
  }

  /**
   * The request of a fork: its parent's, with some of it changed.
   *
   * @param parent request of the search that it leaves
   * @param past what it shares
   * @param changes of name, seed and evolution; all else decides scores, which must stay comparable
   * @throws RequestRefused where something else is written, or something in it cannot be used
   */
  public static SearchRequested fork(
      SearchRequested parent, SearchPast past, Written.Mapping changes) {
    for (Map.Entry<String, Place> key : changes.keys().entrySet()) {
      boolean inherited = parent.getSchema().getField(key.getKey()) != null;
      if (inherited && !FORKED.contains(key.getKey())) {
        throw key.getValue()
            .refuse(
                "a fork takes '%s' from its parent, since its scores are used: it may change %s"
                    .formatted(key.getKey(), String.join(", ", FORKED)));
      }
    }
    SearchRequested request = (SearchRequested) SchemaBinding.changed(parent, changes, "a fork");
    request.setPast(past);
    return checked(request, changes);
  }

  /** The settings that a fork may change. */
  public static List<String> forked() {
    return FORKED;
  }

  private static SearchRequested checked(SearchRequested request, Written.Mapping written) {
    checkTable(request, written);
    checkLoss(request, written);
    checkLatency(request, written);
    checkConstraints(request, written);
    checkAdoption(request, written);
    request.setSearchId(SearchId.of(request));
    return request;
  }

  private static void checkTable(SearchRequested request, Written.Mapping written) {
    String table = request.getEvaluation().getTable();
    List<String> known = MeasuredNetworksCsv.names();
    if (request.getEvaluation().getSource() == ScoreSource.TABLE && !known.contains(table)) {
      throw written
          .place()
          .refuse(
              "'evaluation.source' is TABLE, but there is no table '%s': set 'evaluation.table' to %s"
                  .formatted(table, String.join(" or ", known)));
    }
  }

  private static void checkLoss(SearchRequested request, Written.Mapping written) {
    boolean wanted =
        request.getEvolution().getObjectives().stream()
            .anyMatch(objective -> objective.getName().equals("loss"));
    if (wanted && request.getEvaluation().getSource() == ScoreSource.TABLE) {
      throw written
          .place()
          .refuse("a table of measured networks knows no loss: make accuracy the objective");
    }
  }

  /** Who wants a latency need not say how often it is measured; a fork has what its parent has. */
  private static void checkLatency(SearchRequested request, Written.Mapping written) {
    EvolutionSettings evolution = request.getEvolution();
    LatencySettings settings = request.getEvaluation().getLatency();
    boolean wanted =
        Stream.concat(
                evolution.getObjectives().stream().map(Objective::getName),
                evolution.getConstraints().stream().map(Constraint::getName))
            .anyMatch(LATENCY::equals);
    if (request.getEvaluation().getSource() == ScoreSource.TABLE) {
      if (wanted || settings.getRuns() > 0) {
        throw written
            .place()
            .refuse(
                "a table of measured networks knows no latency: leave it out of objectives,"
                    + " constraints and 'evaluation.latency', and take macs");
      }
    } else if (wanted && settings.getRuns() == 0 && request.getPast() == null) {
      settings.setRuns(RUNS);
    }
  }

  private static void checkAdoption(SearchRequested request, Written.Mapping written) {
    EvolutionSettings evolution = request.getEvolution();
    CheckpointAdoption adoption = evolution.getAdoption();
    if (adoption == CheckpointAdoption.LAST) {
      return;
    }
    if (request.getEvaluation().getSource() == ScoreSource.TABLE) {
      throw written
          .place()
          .refuse(
              "'evolution.adoption' is %s, but a table of measured networks has no checkpoints"
                  .formatted(adoption));
    }
    if (evolution.getMode() == SearchMode.STEADY_STATE) {
      throw written
          .place()
          .refuse(
              "'evolution.adoption' is %s, which needs generations: set 'evolution.mode' to GENERATIONAL"
                  .formatted(adoption));
    }
    if (request.getTraining().getCheckpointEveryEpochs() == 0) {
      throw written
          .place()
          .refuse(
              "'evolution.adoption' is %s, but one checkpoint is published: set 'training.checkpointEveryEpochs'"
                  .formatted(adoption));
    }
  }

  private static void checkConstraints(SearchRequested request, Written.Mapping written) {
    for (Constraint constraint : request.getEvolution().getConstraints()) {
      if (constraint.getAtMost() == null && constraint.getAtLeast() == null) {
        throw written
            .place()
            .refuse(
                "the constraint on %s bounds nothing: give it 'atMost', 'atLeast' or both"
                    .formatted(constraint.getName()));
      }
    }
  }
}
