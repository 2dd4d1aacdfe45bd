package io.scarlet.bench.report;

import io.scarlet.bench.io.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was measured of one net, or one kind of picture, with one number of threads.
 *
 * @param name of the net or the pictures
 * @param threads on either side
 * @param ours Scarlet's times
 * @param peer times of PyTorch or Pillow, empty where there is none
 * @param pictures that a time is for, empty for training
 */
public record Comparison(
    String name, int threads, Times ours, Optional<Times> peer, OptionalInt pictures) {

  private static final double SECOND = 1_000;
  private static final double THOUSAND = 1_000;

  /** Our median by the peer's: below 1, we are faster. */
  public Optional<Double> ratio() {
    return peer.map(times -> ours.median() / times.median());
  }

  /** Pictures a second at the median of a side. */
  public static double picturesPerSecond(int pictures, Times times) {
    return pictures * SECOND / times.median();
  }

  /** One line of JSON; what is not known is null. */
  public String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("threads", threads);
    json.put("ours_ms", rounded(ours.median()));
    json.put("peer_ms", peer.map(times -> rounded(times.median())).orElse(null));
    json.put("ratio", ratio().map(Comparison::rounded).orElse(null));
    pictures.ifPresent(
        n -> {
          json.put("ours_images_per_second", Math.round(picturesPerSecond(n, ours)));
          json.put(
              "peer_images_per_second",
              peer.map(times -> Math.round(picturesPerSecond(n, times))).orElse(null));
        });
    return Json.line(json);
  }

  private static double rounded(double value) {
    return Math.round(value * THOUSAND) / THOUSAND;
  }
}
