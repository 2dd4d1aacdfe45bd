package io.scarlet.supernet;

import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.SearchSpaceYaml;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Small spaces whose layers have given numbers of choices. */
public class Spaces extends DomainContextBase {

  /** A space with a layer for each number, that many choices in it. */
  public static SearchSpace of(int... widths) {
    String layers =
        IntStream.of(widths).mapToObj(Spaces::choices).collect(Collectors.joining(", "));
    return SearchSpaceYaml.read(
        """
        name: made
        input: 8x8x1
        classes: 10
        activation: relu
        stem:
          - conv: {channels: 4, kernel: 3}
        stages:
          - {channels: 4, layers: [%s]}
        tail:
          - pool
        """
            .formatted(layers));
  }

  private static String choices(int width) {
    return IntStream.rangeClosed(1, width)
        .mapToObj(expansion -> "e" + expansion + "k3")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Provide
  Arbitrary<SearchSpace> spaces() {
    return Arbitraries.integers()
        .between(1, 9)
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .map(widths -> of(widths.stream().mapToInt(Integer::intValue).toArray()));
  }
}
