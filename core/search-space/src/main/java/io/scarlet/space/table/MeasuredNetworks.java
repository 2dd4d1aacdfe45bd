package io.scarlet.space.table;

import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of measured networks of one search space. Architectures that are the same network (see
 * {@link SearchSpace#canonical}) share a row.
 */
public final class MeasuredNetworks {
  private final String name;
  private final SearchSpace space;
  private final List<MeasuredNetwork> rows;
  private final Map<Architecture, MeasuredNetwork> byCanonical;

  /**
   * A table of these rows.
   *
   * @throws IllegalArgumentException where two rows of the same network disagree
   */
  public MeasuredNetworks(String name, SearchSpace space, Collection<MeasuredNetwork> rows) {
    this.name = name;
    this.space = space;
    this.rows = List.copyOf(rows);
    this.byCanonical = LinkedHashMap.newLinkedHashMap(rows.size());
    for (MeasuredNetwork row : this.rows) {
      MeasuredNetwork known = byCanonical.putIfAbsent(space.canonical(row.architecture()), row);
      if (known != null && !agree(known, row)) {
        throw new IllegalArgumentException(
            "%s and %s are the same network, but table %s measured them differently"
                .formatted(known.architecture(), row.architecture(), name));
      }
    }
  }

  private static boolean agree(MeasuredNetwork one, MeasuredNetwork other) {
    return one.accuracies().equals(other.accuracies())
        && one.params() == other.params()
        && one.flops() == other.flops();
  }

  /** The name by which settings refer to the table. */
  public String name() {
    return name;
  }

  /** The space whose networks were measured. */
  public SearchSpace space() {
    return space;
  }

  /** All rows in the order of the file. */
  public List<MeasuredNetwork> rows() {
    return rows;
  }

  /** How many networks are in the table, each counted once however many codes it has. */
  public int distinct() {
    return byCanonical.size();
  }

  /**
   * The row of this network, empty where it was not measured.
   *
   * @throws io.scarlet.space.IllegalArchitectureException where it is none of the space
   */
  public Optional<MeasuredNetwork> find(Architecture architecture) {
    return Optional.ofNullable(byCanonical.get(space.canonical(architecture)));
  }
}
