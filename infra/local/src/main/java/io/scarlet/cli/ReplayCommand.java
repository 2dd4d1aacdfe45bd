package io.scarlet.cli;

import io.scarlet.cli.view.ReplaySummary;
import io.scarlet.local.Installation;
import io.scarlet.log.RecordedLog;
import io.scarlet.log.io.LogFile;
import io.scarlet.log.replay.Agreement;
import io.scarlet.log.replay.Replay;
import io.scarlet.log.replay.ReplayReport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scarlet replay}: whether a recorded search decides today as it did then. */
@Command(
    name = "replay",
    description = {
      "Folds the recorded facts of a search again and compares every candidate and every"
          + " generation that follows with the recorded one, byte for byte.",
      "Exit code 0: equal, 1: different, 2: no such log."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ReplayCommand implements Callable<Integer> {

  private static final int EQUAL = 0;
  private static final int DIFFERENT = 1;

  @Mixin private StackOptions options;
  @Mixin private Answer answer;

  @Parameters(
      paramLabel = "FOLDER_OR_SEARCH",
      description = {
        "The folder of a search or the log.avro in it, the id of a search in runs,",
        "or that of a search of a stack that runs."
      })
  private String source;

  @Option(
      names = "--evaluations",
      description = {
        "Also scores every candidate again by the recorded weights and compares, bit for bit.",
        "Needs the weights and the pictures; the same backend gives the same scores."
      })
  private boolean evaluations;

  ReplayCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (NamedSearch search = NamedSearch.of(source, options)) {
      RecordedLog log = LogFile.read(search.log());
      ReplayReport report = Replay.of(log);
      Optional<Agreement> agreement = Optional.empty();
      if (evaluations) {
        answer.err().println("scoring every candidate again ...");
        answer.err().flush();
        agreement =
            Optional.of(new ScoredAgain(Installation.current(), search.store()).compare(log));
      }
      answer.give(ReplaySummary.of(report, agreement), fields(report, agreement));
      boolean equal = report.equal() && agreement.map(Agreement::complete).orElse(true);
      return equal ? EQUAL : DIFFERENT;
    }
  }

  private static Map<String, Object> fields(ReplayReport report, Optional<Agreement> agreement) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("equal", report.equal());
    fields.put("decisions", report);
    agreement.ifPresent(scores -> fields.put("scores", scores));
    return fields;
  }
}
