package io.scarlet.study.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scarlet.study.feature.Similarity;
import io.scarlet.study.rank.Ranking;
import io.scarlet.study.statistic.Bootstrap;
import io.scarlet.study.statistic.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code rank.json} and {@code features.json}: all settings, and what came of them. */
public final class ResultJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private final ObjectNode root = MAPPER.createObjectNode();

  private ResultJson(String settings) {
    try {
      root.set("settings", MAPPER.readTree(settings));
    } catch (JsonProcessingException damaged) {
      throw new IllegalArgumentException("settings that were read before", damaged);
    }
  }

  /**
   * How well supernets rank, for each way to score.
   *
   * @param settings as they were written down
   */
  public static ResultJson of(String settings, List<Ranking> rankings) {
    ResultJson json = new ResultJson(settings);
    json.root.put("bootstrapSamples", Bootstrap.SAMPLES);
    ArrayNode list = json.root.putArray("rankings");
    rankings.forEach(ranking -> add(ranking, list.addObject()));
    return json;
  }

  /**
   * How alike the outputs of a layer's choices are, for each supernet.
   *
   * @param settings as they were written down
   */
  public static ResultJson of(String settings, Map<Long, Similarity> bySeed) {
    ResultJson json = new ResultJson(settings);
    ArrayNode list = json.root.putArray("supernets");
    bySeed.forEach(
        (seed, similarity) -> {
          ObjectNode node = list.addObject();
          node.put("seed", seed);
          node.put("layer", similarity.layer());
          node.set("choices", MAPPER.valueToTree(similarity.choices()));
          node.set("cosine", MAPPER.valueToTree(similarity.matrix()));
        });
    return json;
  }

  private static void add(Ranking ranking, ObjectNode node) {
    node.put("recalibrationBatches", ranking.recalibrationBatches());
    node.put("networks", ranking.networks());
    node.set("seeds", MAPPER.valueToTree(ranking.seeds()));
    ranking
        .correlations()
        .forEach(
            (correlation, estimate) ->
                add(estimate, node.putObject(correlation.name().toLowerCase(Locale.ROOT))));
    ObjectNode regrets = node.putObject("regret");
    ranking.regrets().forEach((k, each) -> regrets.set("top" + k, MAPPER.valueToTree(each)));
    node.set("meanScore", MAPPER.valueToTree(ranking.scores()));
  }

  private static void add(Estimate estimate, ObjectNode node) {
    node.put("mean", estimate.value());
    node.put("low", estimate.interval().low());
    node.put("high", estimate.interval().high());
    node.set("each", MAPPER.valueToTree(estimate.each()));
  }

  /** On one line. */
  public String line() {
    return root.toString();
  }

  /** Indented, the last line with its line feed. */
  public String document() {
    try {
      return MAPPER
              .writer(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES))
              .writeValueAsString(root)
          + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree is always JSON", impossible);
    }
  }
}
