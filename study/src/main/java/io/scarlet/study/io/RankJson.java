package io.scarlet.study.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scarlet.study.rank.Ranking;
import io.scarlet.study.statistic.Bootstrap;
import io.scarlet.study.statistic.Estimate;
import java.util.List;
import java.util.Locale;

/** {@code rank.json}: all settings, and for each way to score how well it ranks. */
public final class RankJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private final ObjectNode root = MAPPER.createObjectNode();

  /**
   * The results of a study.
   *
   * @param settings as they were written down
   */
  public RankJson(String settings, List<Ranking> rankings) {
    try {
      root.set("settings", MAPPER.readTree(settings));
    } catch (JsonProcessingException damaged) {
      throw new IllegalArgumentException("settings that were read before", damaged);
    }
    root.put("bootstrapSamples", Bootstrap.SAMPLES);
    ArrayNode list = root.putArray("rankings");
    rankings.forEach(ranking -> list.add(node(ranking)));
  }

  private static JsonNode node(Ranking ranking) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("recalibrationBatches", ranking.recalibrationBatches());
    node.put("networks", ranking.networks());
    node.set("seeds", MAPPER.valueToTree(ranking.seeds()));
    ranking
        .correlations()
        .forEach(
            (correlation, estimate) ->
                node.set(correlation.name().toLowerCase(Locale.ROOT), node(estimate)));
    ObjectNode regrets = node.putObject("regret");
    ranking.regrets().forEach((k, each) -> regrets.set("top" + k, MAPPER.valueToTree(each)));
    node.set("meanScore", MAPPER.valueToTree(ranking.scores()));
    return node;
  }

  private static JsonNode node(Estimate estimate) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("mean", estimate.value());
    node.put("low", estimate.interval().low());
    node.put("high", estimate.interval().high());
    node.set("each", MAPPER.valueToTree(estimate.each()));
    return node;
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
