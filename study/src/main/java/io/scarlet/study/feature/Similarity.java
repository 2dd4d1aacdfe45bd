package io.scarlet.study.feature;

import java.util.List;

/**
 * How alike the outputs of a layer's choices are.
 *
 * @param layer number, from 1
 * @param choices their labels
 * @param matrix cosine similarities, [-1, 1], a row a choice
 */
public record Similarity(int layer, List<String> choices, List<List<Double>> matrix) {

  public Similarity {
    choices = List.copyOf(choices);
    matrix = matrix.stream().map(List::copyOf).toList();
  }
}
