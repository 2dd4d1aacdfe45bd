package io.scarlet.study.truth;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.SearchableLayer;
import io.scarlet.study.settings.StudyRefused;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The networks of a space, all of them: for spaces that are small enough to be listed. */
public final class EveryNetwork {

  private static final BigInteger MOST = BigInteger.valueOf(1_000_000);

  private EveryNetwork() {}

  /**
   * Each network once: of all codes whose derived networks are the same, the one that stands for
   * them.
   *
   * @throws StudyRefused if the space has more than a million codes
   */
  public static List<Architecture> of(SearchSpace space) {
    if (space.size().compareTo(MOST) > 0) {
      throw new StudyRefused(
          "%s has %s networks, too many to draw a sample by training: name a truth with --truth FILE"
              .formatted(space.name(), space.size()));
    }
    List<List<Integer>> codes = List.of(List.of());
    for (SearchableLayer layer : space.layers()) {
      codes = codes.stream().flatMap(code -> longer(code, layer.choices().size())).toList();
    }
    return codes.stream().map(Architecture::new).map(space::standAlone).distinct().toList();
  }

  private static Stream<List<Integer>> longer(List<Integer> code, int choices) {
    return IntStream.range(0, choices)
        .mapToObj(
            choice -> {
              List<Integer> longer = new ArrayList<>(code);
              longer.add(choice);
              return longer;
            });
  }
}
