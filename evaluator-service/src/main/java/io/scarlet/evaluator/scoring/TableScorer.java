package io.scarlet.evaluator.scoring;

import io.scarlet.space.Architecture;
import io.scarlet.space.IllegalArchitectureException;
import io.scarlet.space.io.MeasuredNetworksCsv;
import io.scarlet.space.table.MeasuredNetwork;
import io.scarlet.space.table.MeasuredNetworks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Looks scores up in the tables that ship with the project. The accuracy is the mean over the
 * measured training runs.
 */
@ApplicationScoped
public class TableScorer implements Scorer {

  private static final double PERCENT = 100;

  private final Map<String, MeasuredNetworks> tables = new HashMap<>();

  @Override
  public Candidate.Source source() {
    return Candidate.Source.TABLE;
  }

  @Override
  public Score score(Candidate candidate) throws NotScorableException {
    MeasuredNetworks table = table(candidate.table());
    MeasuredNetwork network =
        table
            .find(architecture(table, candidate.code()))
            .orElseThrow(
                () ->
                    new NotScorableException(
                        "table %s has no network %s".formatted(table.name(), candidate.code())));
    return new Score(
        network.meanAccuracy() / PERCENT, OptionalDouble.empty(), OptionalDouble.empty());
  }

  private MeasuredNetworks table(String name) throws NotScorableException {
    MeasuredNetworks known = tables.get(name);
    if (known != null) {
      return known;
    }
    MeasuredNetworks table =
        MeasuredNetworksCsv.bundled(name)
            .orElseThrow(
                () ->
                    new NotScorableException(
                        "no table '%s' of measured networks, there is %s"
                            .formatted(name, String.join(", ", MeasuredNetworksCsv.names()))));
    tables.put(name, table);
    return table;
  }

  private static Architecture architecture(MeasuredNetworks table, String code)
      throws NotScorableException {
    try {
      return table.space().parse(code);
    } catch (IllegalArchitectureException e) {
      throw new NotScorableException(e.getMessage());
    }
  }
}
