package io.scarlet.cli;

import io.scarlet.cli.io.Json;
import io.scarlet.cli.pipeline.PipelineFigures;
import io.scarlet.cli.recovery.RecoveryFigures;
import io.scarlet.local.BenchProcess;
import io.scarlet.local.Installation;
import io.scarlet.request.RequestRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code scarlet bench}: how fast this machine trains, evaluates and reads pictures. What it is
 * asked is handed on to the program that measures, which also refuses what it does not understand.
 */
@Command(
    name = "bench",
    description = {
      "Measures Scarlet, beside PyTorch and Pillow where python3 can import them.",
      "They do the same in turn. docs/performance.md says how to read the figures.",
      "search compares the strategies of a search on networks that are all known;",
      "docs/strategies.md has its table. pipeline runs a search by a table on a whole stack",
      "and tells how fast it goes round; recovery fills a log, kills the evolver and tells how",
      "soon it serves again."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class BenchCommand implements Callable<Integer> {

  private static final String PIPELINE = "pipeline";
  private static final String RECOVERY = "recovery";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "WORK",
      description = {
        "What to measure: train-step, evaluate, data, profile, floor, kernels, search, pipeline,",
        "recovery."
      })
  private String work = "";

  @Option(
      names = "--net",
      paramLabel = "NAME",
      description = {
        "A net to measure: reference-28x28x1, reference-32x32x3, small-e3k3, small-e6k3,",
        "fashion-quick, scarlet-s1; several with commas. Default: those that take seconds."
      })
  private List<String> nets = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of either side, 1,2 for instance. Default: 1, and all processors.")
  private Optional<String> threads = Optional.empty();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Turns that each side takes. Default: 10.")
  private Optional<String> rounds = Optional.empty();

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      description = "How long Scarlet works before it is measured. Default: 5.")
  private Optional<String> warmUp = Optional.empty();

  @Option(
      names = "--problem",
      paramLabel = "NAME",
      description =
          "What is searched: nas-bench-macro (default), fashion-quick-supernet, synthetic.")
  private Optional<String> problem = Optional.empty();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "Mode of the searches: GENERATIONAL (default) or STEADY_STATE.")
  private Optional<String> mode = Optional.empty();

  @Option(names = "--seeds", paramLabel = "N", description = "Searches of a strategy. Default: 20.")
  private Optional<String> seeds = Optional.empty();

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Events on the log of recovery, at least. Default: 1000000.")
  private int events;

  @Option(names = "--json", description = "A line of JSON a measurement instead of the table.")
  private boolean json;

  BenchCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (work.equals(PIPELINE)) {
      PipelineFigures figures = PipelineBench.run(spec.commandLine().getErr());
      return tell(figures.text(), figures.fields());
    }
    if (work.equals(RECOVERY)) {
      if (events < 1) {
        throw new RequestRefused("--events %d: at least 1".formatted(events));
      }
      RecoveryFigures figures = RecoveryBench.run(events, spec.commandLine().getErr());
      return tell(figures.text(), figures.fields());
    }
    List<String> arguments = new ArrayList<>(List.of(work));
    nets.forEach(net -> arguments.addAll(List.of("--net", net)));
    threads.ifPresent(given -> arguments.addAll(List.of("--threads", given)));
    rounds.ifPresent(given -> arguments.addAll(List.of("--rounds", given)));
    warmUp.ifPresent(given -> arguments.addAll(List.of("--warm-up", given)));
    problem.ifPresent(given -> arguments.addAll(List.of("--problem", given)));
    mode.ifPresent(given -> arguments.addAll(List.of("--mode", given)));
    seeds.ifPresent(given -> arguments.addAll(List.of("--seeds", given)));
    if (json) {
      arguments.add("--json");
    }
    return new BenchProcess(Installation.current()).run(arguments);
  }

  /** Of those that need a whole stack, which the program of the others knows nothing of. */
  private int tell(String text, Map<String, Object> fields) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? Json.line(fields) + System.lineSeparator() : text);
    out.flush();
    return 0;
  }
}
