package io.scarlet.bench.search;

import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.MeasuredNetworksCsv;
import io.scarlet.space.io.SearchSpaceYaml;
import io.scarlet.space.table.MeasuredNetwork;
import io.scarlet.space.table.MeasuredNetworks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;

/** The problems that ship with the benchmarks. */
public final class Problems {

  /** 6,561 codes of networks that were trained from scratch. */
  public static final String MACRO = "nas-bench-macro";

  /** All 2,304 networks of a space like fashion-quick, scored by one trained supernet. */
  static final String SUPERNET = "fashion-quick-supernet";

  /** 200,000 networks whose errors are drawn from a seed. */
  static final String SYNTHETIC = "synthetic";

  private static final List<String> NAMES = List.of(MACRO, SUPERNET, SYNTHETIC);

  /** Accuracy from 80 to 94 %, 110 million multiply-adds. */
  private static final Scale MACRO_SCALE = new Scale(80, 94, 110e6);

  private static final Scale SUPERNET_SCALE = new Scale(70, 84, 4.2e6);

  private static final long SYNTHETIC_SEED = 1;

  private Problems() {}

  /** All names. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The problem of a name.
   *
   * @throws NoSuchElementException where there is none of the name
   */
  static Problem named(String name) {
    return switch (name) {
      case MACRO ->
          ofTable(
              name,
              MACRO_SCALE,
              MeasuredNetworksCsv.bundled(MeasuredNetworksCsv.NAS_BENCH_MACRO).orElseThrow());
      case SUPERNET -> ofTable(name, SUPERNET_SCALE, recorded(name));
      case SYNTHETIC -> Synthetic.drawn(name, space(name), SYNTHETIC_SEED);
      default -> throw new NoSuchElementException("there is no problem '" + name + "'");
    };
  }

  private static Problem ofTable(String name, Scale scale, MeasuredNetworks table) {
    return Problem.of(
        name,
        table.space(),
        scale,
        network -> figures(table.find(network).orElseThrow()),
        table.rows().stream().map(MeasuredNetwork::architecture).toList());
  }

  private static Figures figures(MeasuredNetwork row) {
    return new Figures(row.meanAccuracy(), row.flops());
  }

  private static MeasuredNetworks recorded(String name) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(name + ".csv"), StandardCharsets.UTF_8))) {
      return MeasuredNetworksCsv.read(name, space(name), reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static SearchSpace space(String name) {
    try (InputStream in = open(name + ".yaml")) {
      return SearchSpaceYaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStream open(String file) {
    return Problems.class.getResourceAsStream(file);
  }
}
