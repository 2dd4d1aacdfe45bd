package io.scarlet.bench;

import io.scarlet.backend.cpu.CpuBackend;
import io.scarlet.bench.io.Json;
import io.scarlet.bench.net.Net;
import io.scarlet.bench.ours.KernelTimes;
import io.scarlet.bench.ours.TrainStep;
import io.scarlet.space.io.TextTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where the time of a training step goes, kernel by kernel.
 *
 * @param name of the net
 * @param threads that computed
 * @param step milliseconds of a whole step
 * @param kernels milliseconds of a step by the name of the backend's method
 */
record Profile(String name, int threads, double step, Map<String, Double> kernels) {

  private static final double NANOS = 1e9;
  private static final double MILLISECONDS = 1e3;
  private static final int LEAST_STEPS = 2;
  private static final String BETWEEN = "between kernels";

  /** Means over all rounds, since kinds of kernels must add up to the step. */
  static Profile measured(Settings settings, Net net, int threads) {
    KernelTimes times = new KernelTimes(new CpuBackend(threads));
    try (TrainStep step = new TrainStep(net, times.backend())) {
      long start = System.nanoTime();
      for (int i = 0; i < LEAST_STEPS || since(start) < settings.warmUp(); i++) {
        step.once();
      }
      times.reset();
      int steps = settings.rounds() * net.turn();
      start = System.nanoTime();
      for (int i = 0; i < steps; i++) {
        step.once();
      }
      double whole = since(start) * MILLISECONDS / steps;
      Map<String, Double> kernels = times.milliseconds();
      kernels.replaceAll((_, sum) -> sum / steps);
      kernels.put(
          BETWEEN, whole - kernels.values().stream().mapToDouble(Double::doubleValue).sum());
      return new Profile(net.name(), threads, whole, kernels);
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / NANOS;
  }

  /** The dearest first. */
  String text() {
    TextTable table =
        new TextTable().row(name + ", threads " + threads, "ms", "share").row("step", ms(step), "");
    names()
        .forEach(
            kernel -> {
              double time = kernels.get(kernel);
              table.row(kernel, ms(time), String.format(Locale.ROOT, "%.0f %%", 100 * time / step));
            });
    return table.render(1);
  }

  /** One line of JSON. */
  String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("threads", threads);
    json.put("step_ms", step);
    Map<String, Object> times = new LinkedHashMap<>();
    names().forEach(kernel -> times.put(kernel, kernels.get(kernel)));
    json.put("kernels_ms", times);
    return Json.line(json);
  }

  private List<String> names() {
    return kernels.entrySet().stream()
        .sorted(Collections.reverseOrder(Map.Entry.comparingByValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String ms(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
