package io.scarlet.space;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The two written forms of an architecture and the messages about them. */
final class ArchitectureText {

  private ArchitectureText() {}

  static Architecture parse(SearchSpace space, String text) {
    List<String> symbols = symbols(text.strip(), space.layers().size());
    if (symbols.size() != space.layers().size()) {
      throw otherLayers(space, symbols.size(), text.strip());
    }
    List<Integer> choices = new ArrayList<>(symbols.size());
    for (SearchableLayer layer : space.layers()) {
      choices.add(choice(layer, symbols.get(layer.number() - 1)));
    }
    return new Architecture(choices);
  }

  /** One word without blanks is a code, unless the space has one layer and the word is a label. */
  private static List<String> symbols(String text, int layers) {
    List<String> words = text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    boolean code = words.size() == 1 && (layers > 1 || text.length() == 1);
    return code ? text.chars().mapToObj(Character::toString).toList() : words;
  }

  private static int choice(SearchableLayer layer, String symbol) {
    for (int i = 0; i < layer.choices().size(); i++) {
      if (symbol(i).equals(symbol) || layer.choices().get(i).label().equals(symbol)) {
        return i;
      }
    }
    throw noSuchChoice(layer, symbol);
  }

  static IllegalArchitectureException otherLayers(SearchSpace space, int given, String text) {
    return new IllegalArchitectureException(
        "%s has %d searchable layers, but '%s' names %d: give one character or one label a layer"
            .formatted(space.name(), space.layers().size(), text, given));
  }

  static IllegalArchitectureException noSuchChoice(SearchableLayer layer, String symbol) {
    String legal =
        IntStream.range(0, layer.choices().size())
            .mapToObj(i -> symbol(i) + " (" + layer.choices().get(i).label() + ")")
            .collect(Collectors.joining(", "));
    return new IllegalArchitectureException(
        "layer %d has no choice '%s': it may be %s".formatted(layer.number(), symbol, legal));
  }

  private static String symbol(int choice) {
    return String.valueOf(Character.forDigit(choice, SearchableLayer.MOST_CHOICES));
  }
}
