package io.scarlet.cli.result;

import io.scarlet.events.FinalistChosen;
import io.scarlet.events.ModelTrained;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers the finalists of a search from its events, each once however often the log tells it. */
public final class Finalists {

  private final Map<Integer, FinalistChosen> chosen = new TreeMap<>();
  private final Map<String, ModelTrained> models = new HashMap<>();

  /** None yet. */
  public Finalists() {}

  /** Takes in that one was chosen. */
  public void take(FinalistChosen finalist) {
    chosen.putIfAbsent(finalist.getPlace(), finalist);
  }

  /**
   * Takes in what came of a training.
   *
   * @return whether that is new
   */
  public boolean take(ModelTrained model) {
    return models.putIfAbsent(model.getCandidateId(), model) == null;
  }

  /** How many trainings have ended. */
  public int trained() {
    return models.size();
  }

  /** The finalists in the order of their choosing. */
  public List<Finalist> all() {
    return chosen.values().stream()
        .map(one -> new Finalist(one, Optional.ofNullable(models.get(one.getCandidateId()))))
        .toList();
  }
}
