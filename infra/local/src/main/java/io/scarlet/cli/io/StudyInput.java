package io.scarlet.cli.io;

import io.scarlet.events.SearchRequested;
import io.scarlet.request.Place;
import io.scarlet.request.RequestRefused;
import io.scarlet.request.Written;
import io.scarlet.supernet.checkpoint.io.Digested;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The supernets of a study as they are put together. Settings are those of a search, so that names,
 * defaults and ranges are the same.
 *
 * @param request a search that would train such a supernet
 * @param seeds one training each
 * @param checkpoint a supernet that is trained already
 */
public record StudyInput(SearchInput request, List<Long> seeds, Optional<Path> checkpoint) {

  private static final String ANY_SPACE = "nas-bench-macro-small";
  private static final String TRAINING = "training";

  /** The settings of a request that say how networks are trained by themselves. */
  public static final String RECIPE = "finalists";

  /** The setting of a study that trains networks by themselves. */
  public static final String TRAINED = "trained";

  private static final List<String> SETTABLE = List.of("data", TRAINING, "evaluation", RECIPE);
  private static final int FINGERPRINT_BYTES = 4;

  /** Supernets to train. */
  public static StudyInput of(String space, List<Long> seeds) {
    return new StudyInput(request("--space " + space, space), seeds, Optional.empty());
  }

  /**
   * A supernet that is trained.
   *
   * @throws RequestRefused where there is no such file
   */
  public static StudyInput of(Path checkpoint) {
    if (!Files.isRegularFile(checkpoint)) {
      throw new RequestRefused("--checkpoint %s: there is no such file".formatted(checkpoint));
    }
    return new StudyInput(
        request("--checkpoint", ANY_SPACE),
        List.of(),
        Optional.of(checkpoint.toAbsolutePath().normalize()));
  }

  private static SearchInput request(String option, String space) {
    return new SearchInput(Written.Mapping.empty(new Place(option)), Path.of(""))
        .with("the name", List.of("name"), "study")
        .with(option, List.of("space"), space);
  }

  /**
   * The same with the settings of a request that a study has; without those of a training where the
   * supernet is trained already.
   */
  public StudyInput with(Written.Mapping settings) {
    SearchInput changed = request;
    for (Map.Entry<String, Written> group : settings.entries().entrySet()) {
      boolean trained = checkpoint.isPresent() && group.getKey().equals(TRAINING);
      if (SETTABLE.contains(group.getKey()) && !trained) {
        changed = changed.with(List.of(group.getKey()), group.getValue());
      }
    }
    return new StudyInput(changed, seeds, checkpoint);
  }

  /**
   * The same with one setting changed.
   *
   * @param assignment the dotted path of the setting, an equals sign, and its value as YAML
   * @throws RequestRefused where a study has no such setting
   */
  public StudyInput with(String assignment) {
    String group = Assignment.of(assignment).path().getFirst();
    if (checkpoint.isPresent() && group.equals(TRAINING)) {
      throw new RequestRefused("a checkpoint is trained already: leave out --set " + assignment);
    }
    if (!SETTABLE.contains(group)) {
      throw new RequestRefused(
          "--set %s: a study has settings of %s only"
              .formatted(assignment, String.join(", ", SETTABLE)));
    }
    return new StudyInput(request.with(assignment), seeds, checkpoint);
  }

  /**
   * The same with one setting changed.
   *
   * @param key dotted path of the setting
   */
  public StudyInput with(String key, String value) {
    SearchInput changed = request.with(key + " " + value, List.of(key.split("\\.")), value);
    return new StudyInput(changed, seeds, checkpoint);
  }

  /** Train batches over which a search would measure batch norms anew. */
  public int recalibrationBatches() {
    return request.request().getEvaluation().getRecalibrationBatches();
  }

  /**
   * Networks that are trained by themselves, as a setting of a study.
   *
   * @param seed of each training
   */
  public Map<String, Object> trained(long seed) {
    Map<String, Object> recipe = Json.of(request.request().getFinalists());
    recipe.remove("count");
    Map<String, Object> trained = new LinkedHashMap<>();
    trained.put("recipe", recipe);
    trained.put("seed", seed);
    return trained;
  }

  /**
   * All that decides what comes of a study.
   *
   * @param kind what is studied of the supernets
   * @param settings of that
   * @throws RequestRefused where something in it cannot be used
   */
  public Map<String, Object> settings(String kind, Map<String, Object> settings)
      throws IOException {
    if (request.written().entries().containsKey(RECIPE) && !settings.containsKey(TRAINED)) {
      throw new RequestRefused(
          "--set %s.* says how networks are trained by themselves: it goes with rank --truth train"
              .formatted(RECIPE));
    }
    SearchRequested complete = request.request();
    Map<String, Object> training = Json.of(complete.getTraining());
    training.remove("checkpointEveryEpochs");
    Map<String, Object> evaluation = new LinkedHashMap<>();
    evaluation.put("recalibrationBatch", complete.getEvaluation().getRecalibrationBatch());
    evaluation.put("batch", complete.getEvaluation().getBatch());
    Map<String, Object> trained = new LinkedHashMap<>();
    trained.put("file", checkpoint.map(Path::toString).orElse(""));
    trained.put("sha256", checkpoint.isPresent() ? Digested.of(checkpoint.get()).sha256() : "");
    Map<String, Object> all = new LinkedHashMap<>();
    boolean trains = checkpoint.isEmpty();
    if (trains) {
      all.put("space", complete.getSpace());
    }
    all.put("data", Json.of(complete.getData()));
    if (trains) {
      all.put(TRAINING, training);
    }
    all.put("evaluation", evaluation);
    if (trains) {
      all.put("seeds", seeds);
    }
    all.put("checkpoint", trained);
    all.put(kind, settings);
    return all;
  }

  /** Eight hexadecimal digits that stand for a text. */
  public static String fingerprint(String text) {
    byte[] hash = digest().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
