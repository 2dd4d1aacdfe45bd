package io.scarlet.bench;

import static io.scarlet.bench.peer.Python.Library.PILLOW;
import static io.scarlet.bench.peer.Python.Library.PYTORCH;

import io.scarlet.bench.floor.Ceilings;
import io.scarlet.bench.floor.Floor;
import io.scarlet.bench.floor.FloorTable;
import io.scarlet.bench.kernel.KernelRun;
import io.scarlet.bench.net.Net;
import io.scarlet.bench.net.Nets;
import io.scarlet.bench.peer.PeerFailure;
import io.scarlet.bench.peer.Python;
import io.scarlet.bench.report.Comparison;
import io.scarlet.bench.report.Table;
import io.scarlet.bench.search.SearchRun;
import io.scarlet.supernet.training.DivergedException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The program that {@code ./scarlet bench} starts in a virtual machine of its own. */
public final class Bench {

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int NOT_UNDERSTOOD = 2;

  private final PrintStream out;
  private final PrintStream err;

  Bench(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Measures and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new Bench(System.out, System.err).run(Python::with, arguments));
  }

  /**
   * Measures.
   *
   * @param pythons finds one that has a library
   * @return 0 done, 1 failed, 2 not understood
   */
  int run(Function<Python.Library, Optional<Python>> pythons, String... arguments) {
    try {
      Settings settings = Settings.of(arguments);
      switch (settings.work()) {
        case TRAIN_STEP -> compare(settings, Nets.trainedByDefault(), pythons.apply(PYTORCH));
        case EVALUATE -> compare(settings, Nets.evaluatedByDefault(), pythons.apply(PYTORCH));
        case DATA -> new DataBench(settings, out, err).run(pythons.apply(PILLOW));
        case PROFILE -> profile(settings);
        case FLOOR -> showFloor(settings);
        case KERNELS -> KernelRun.all(settings.threads());
        case SEARCH -> search(settings);
      }
      return DONE;
    } catch (RefusedException refused) {
      return complain(refused, NOT_UNDERSTOOD);
    } catch (DifferentWorkException
        | PeerFailure
        | DivergedException
        | KernelRun.FailedException failed) {
      return complain(failed, FAILED);
    }
  }

  private void compare(Settings settings, List<String> names, Optional<Python> python) {
    err.println(python.map(Bench::introduction).orElse("PyTorch is missing, so there is no peer"));
    List<Comparison> comparisons = new ArrayList<>();
    for (Net net : settings.netsOr(names)) {
      for (int threads : settings.threads()) {
        err.println("measuring " + net.name() + ", threads " + threads);
        Comparison comparison = new Contest(settings, net, threads).run(python);
        comparisons.add(comparison);
        if (settings.json()) {
          out.println(comparison.json());
          out.flush();
        }
      }
    }
    if (!settings.json()) {
      out.print(Table.of(comparisons));
      out.flush();
    }
  }

  private static String introduction(Python python) {
    return "the peer is PyTorch %s, channels_last, BLAS: %s%s"
        .formatted(
            python.version(),
            python.engine(),
            python.hasReferenceBlas()
                ? ", which is slow: install OpenBLAS to see the peer at its best"
                : "");
  }

  private void profile(Settings settings) {
    for (Net net : settings.netsOr(List.of(Nets.REFERENCE))) {
      for (int threads : settings.threads()) {
        err.println("measuring " + net.name() + ", threads " + threads);
        Profile profile = Profile.measured(settings, net, threads);
        out.println(settings.json() ? profile.json() : profile.text());
        out.flush();
      }
    }
  }

  private void showFloor(Settings settings) {
    FloorTable table = new FloorTable();
    for (int threads : settings.threads()) {
      err.println("measuring what the machine can do, threads " + threads);
      Ceilings ceilings = Ceilings.measured(threads);
      for (Net net : settings.netsOr(Nets.trainedByDefault())) {
        table.add(net.name(), ceilings, Floor.ofTrainStep(net));
      }
    }
    out.print(settings.json() ? table.json() : table.text());
    out.flush();
  }

  private void search(Settings settings) {
    err.println(
        "searching %s, %s, with %d seeds a strategy"
            .formatted(settings.problem(), settings.mode(), settings.seeds()));
    String table =
        SearchRun.all(
            settings.problem(),
            settings.mode(),
            settings.seeds(),
            line -> {
              if (settings.json()) {
                out.println(line);
                out.flush();
              }
            });
    if (!settings.json()) {
      out.print(table);
      out.flush();
    }
  }

  private int complain(RuntimeException failure, int exitCode) {
    err.println("scarlet: " + failure.getMessage());
    return exitCode;
  }
}
