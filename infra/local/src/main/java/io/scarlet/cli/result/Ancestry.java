package io.scarlet.cli.result;

import io.scarlet.events.Member;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who descends from whom.
 *
 * @param candidates all candidates by their id
 */
record Ancestry(Map<String, Member> candidates) {

  List<Member> of(Member descendant) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(descendant.getParents());
    while (!open.isEmpty()) {
      String id = open.pop();
      if (candidates.containsKey(id) && found.add(id)) {
        open.addAll(candidates.get(id).getParents());
      }
    }
    Stream<Member> ancestors = found.stream().map(candidates::get);
    return ancestors
        .sorted(Comparator.comparingInt(Member::getGeneration).thenComparingInt(Member::getSlot))
        .toList();
  }
}
