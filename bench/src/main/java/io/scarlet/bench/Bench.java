package io.scarlet.bench;

import io.scarlet.bench.net.Net;
import io.scarlet.bench.peer.Peer;
import io.scarlet.bench.peer.PeerFailure;
import io.scarlet.bench.peer.Python;
import io.scarlet.bench.report.Comparison;
import io.scarlet.bench.report.Table;
import io.scarlet.supernet.training.DivergedException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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
    System.exit(new Bench(System.out, System.err).run(Python::withTorch, arguments));
  }

  /**
   * Measures.
   *
   * @param pythons finds one that has PyTorch
   * @return 0 done, 1 failed, 2 not understood
   */
  int run(Supplier<Optional<String>> pythons, String... arguments) {
    try {
      Settings settings = Settings.of(arguments);
      Optional<String> python = pythons.get();
      if (python.isEmpty()) {
        err.println("no python3 here can import torch: only Scarlet is measured");
        measure(settings, Optional.empty());
        return DONE;
      }
      try (Peer peer = new Peer(python.get())) {
        err.println("the peer is PyTorch " + peer.version() + ", channels_last");
        measure(settings, Optional.of(peer));
        return DONE;
      }
    } catch (RefusedException refused) {
      return complain(refused, NOT_UNDERSTOOD);
    } catch (DifferentWorkException | PeerFailure | DivergedException failed) {
      return complain(failed, FAILED);
    }
  }

  private void measure(Settings settings, Optional<Peer> peer) {
    List<Comparison> comparisons = new ArrayList<>();
    for (Net net : settings.nets()) {
      for (int threads : settings.threads()) {
        err.println("measuring " + net.name() + ", threads " + threads);
        Comparison comparison = new Contest(settings, net, threads).run(peer);
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

  private int complain(RuntimeException failure, int exitCode) {
    err.println("scarlet: " + failure.getMessage());
    return exitCode;
  }
}
