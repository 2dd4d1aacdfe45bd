package io.scarlet.supernet.checkpoint;

import io.scarlet.supernet.SkipTraining;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a checkpoint says about itself, so that whoever has the file needs nothing else to use it.
 *
 * @param searchId the search it belongs to
 * @param space the whole search space as its YAML text
 * @param skip what stands where a path skips
 * @param seed of the search
 * @param step updates so far
 */
public record TrainingFacts(
    String searchId, String space, SkipTraining skip, long seed, long step) {

  private static final String FORMAT = "format";
  private static final String VERSION = "scarlet-supernet/1";

  /** As the facts of a checkpoint. */
  public Map<String, String> toMap() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(FORMAT, VERSION);
    facts.put("search", searchId);
    facts.put("space", space);
    facts.put("skip", skip.name());
    facts.put("seed", Long.toString(seed));
    facts.put("step", Long.toString(step));
    return facts;
  }

  /**
   * The facts of a checkpoint.
   *
   * @throws CheckpointMismatchException if it is not one of a supernet, or of a later version
   */
  public static TrainingFacts of(SupernetCheckpoint checkpoint) {
    Map<String, String> facts = checkpoint.facts();
    if (!VERSION.equals(facts.get(FORMAT))) {
      throw new CheckpointMismatchException(
          "not a supernet checkpoint of this version: its format is "
              + facts.getOrDefault(FORMAT, "not given")
              + ", expected "
              + VERSION);
    }
    return new TrainingFacts(
        facts.get("search"),
        facts.get("space"),
        SkipTraining.valueOf(facts.get("skip")),
        Long.parseLong(facts.get("seed")),
        Long.parseLong(facts.get("step")));
  }
}
