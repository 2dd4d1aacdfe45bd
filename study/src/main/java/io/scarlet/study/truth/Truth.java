package io.scarlet.study.truth;

import io.scarlet.space.Architecture;
import java.util.List;

/** Networks of a space whose accuracy after training by themselves is known. */
public sealed interface Truth permits MeasuredTable, ListedAccuracies {

  /** What people call it. */
  String name();

  /** The networks that are known: of all codes of one network the canonical one, each once. */
  List<Architecture> networks();

  /**
   * The accuracy of one of the networks, 0 to 1.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  double accuracy(Architecture network);
}
