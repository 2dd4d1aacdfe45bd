package io.scarlet.space;

import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.Operator;
import io.scarlet.space.blueprint.Segment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All networks that a search may choose from: a chain of a stem, searchable layers and a tail. A
 * fixed network is a space with one choice a layer.
 *
 * @param name for people
 * @param input one picture, {@code [H, W, C]}
 * @param classes classes that the tail tells apart, at least 2
 * @param stem from the picture to the first searchable layer
 * @param layers at least one, numbered from 1
 * @param tail from the last searchable layer to {@code [1, 1, classes]}
 * @param positionlessIdentity whether networks that differ only in where a stage has its identities
 *     are one network; true of derived networks, false of paths through a supernet, where each
 *     layer has its own weights
 */
public record SearchSpace(
    String name,
    FeatureMap input,
    int classes,
    Segment stem,
    List<SearchableLayer> layers,
    Segment tail,
    boolean positionlessIdentity) {

  public SearchSpace {
    layers = alike(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("a search space needs a searchable layer");
    }
    if (classes < 2) {
      throw new IllegalArgumentException("a classifier needs 2 classes or more, got " + classes);
    }
    joins("the stem", input, stem.in());
    FeatureMap at = stem.out();
    int number = 1;
    for (SearchableLayer layer : layers) {
      if (layer.number() != number) {
        throw new IllegalArgumentException(
            "layers are numbered from 1 without gaps, got " + layer.number() + " for " + number);
      }
      joins("layer " + number, at, layer.in());
      at = layer.out();
      number++;
    }
    joins("the tail", at, tail.in());
    joins("the classes", tail.out(), new FeatureMap(1, 1, classes));
  }

  /** Like neighbours share one list of choices: they are compared for each canonical form. */
  private static List<SearchableLayer> alike(List<SearchableLayer> layers) {
    List<SearchableLayer> alike = new ArrayList<>(layers.size());
    for (SearchableLayer layer : layers) {
      boolean likeTheLast = !alike.isEmpty() && alike.getLast().interchangeable(layer);
      alike.add(likeTheLast ? layer.with(alike.getLast().choices()) : layer);
    }
    return List.copyOf(alike);
  }

  private static void joins(String what, FeatureMap given, FeatureMap taken) {
    if (!given.equals(taken)) {
      throw new IllegalArgumentException(what + " would take " + taken + " but gets " + given);
    }
  }

  /** How many codes there are: the product of the layers' choices. */
  public BigInteger size() {
    return layers.stream()
        .map(layer -> BigInteger.valueOf(layer.choices().size()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /** The one network of a space whose layers have one choice each, empty otherwise. */
  public Optional<Architecture> onlyArchitecture() {
    boolean fixed = layers.stream().allMatch(layer -> layer.choices().size() == 1);
    return fixed
        ? Optional.of(new Architecture(Collections.nCopies(layers.size(), 0)))
        : Optional.empty();
  }

  /**
   * The network of an architecture by itself: a fixed space, whose layers have the chosen blocks
   * and no others. It costs what the architecture costs here.
   *
   * @throws IllegalArchitectureException if it is none of this space
   */
  public SearchSpace derive(Architecture architecture) {
    List<Choice> chosen = chosen(architecture);
    List<SearchableLayer> fixed =
        layers.stream().map(layer -> layer.only(chosen.get(layer.number() - 1))).toList();
    return new SearchSpace(name, input, classes, stem, fixed, tail, positionlessIdentity);
  }

  /**
   * The same networks with another dropout ahead of the classifier, in place of what the tail has.
   *
   * @param rate share of the features that training leaves out, [0, 1); 0 for no dropout
   */
  public SearchSpace withDropout(double rate) {
    List<Operator> operators = new ArrayList<>();
    for (Operator operator : tail.operators()) {
      if (operator instanceof Operator.Linear classifier && rate > 0) {
        operators.add(new Operator.Dropout(classifier.in(), rate));
      }
      if (!(operator instanceof Operator.Dropout)) {
        operators.add(operator);
      }
    }
    Segment changed = new Segment(tail.in(), operators, tail.shortcut());
    return new SearchSpace(name, input, classes, stem, layers, changed, positionlessIdentity);
  }

  /**
   * Reads a code ({@code 012}) or the long form with a label a layer ({@code e3k3 e3k5 -}).
   *
   * @throws IllegalArchitectureException naming the layer and its legal choices
   */
  public Architecture parse(String text) {
    return ArchitectureText.parse(this, text);
  }

  /** The long form: a label a layer, separated by blanks; {@link #parse} reads it back. */
  public String longForm(Architecture architecture) {
    return chosen(architecture).stream().map(Choice::label).collect(Collectors.joining(" "));
  }

  /**
   * The one architecture that stands for all that are the same network: within a stage, identities
   * move behind the other choices of like layers. Returns the argument where identities have a
   * position.
   */
  public Architecture canonical(Architecture architecture) {
    check(architecture);
    return positionlessIdentity ? standAlone(architecture) : architecture;
  }

  /** Whether an architecture is its own {@link #canonical canonical} form; takes little time. */
  public boolean isCanonical(Architecture architecture) {
    check(architecture);
    for (int layer = 1; layer < layers.size() && positionlessIdentity; layer++) {
      int skip = layers.get(layer).skip();
      if (architecture.choices().get(layer - 1) == skip
          && architecture.choices().get(layer) != skip
          && layers.get(layer - 1).interchangeable(layers.get(layer))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The one architecture that stands for all whose derived networks are the same: without shared
   * weights, an identity among like layers has no position.
   */
  public Architecture standAlone(Architecture architecture) {
    check(architecture);
    List<Integer> canonical = new ArrayList<>(layers.size());
    for (int from = 0, to; from < layers.size(); from = to) {
      to = from + 1;
      while (to < layers.size() && layers.get(from).interchangeable(layers.get(to))) {
        to++;
      }
      List<Integer> run = architecture.choices().subList(from, to);
      int skip = layers.get(from).skip();
      run.stream().filter(choice -> choice != skip).forEach(canonical::add);
      run.stream().filter(choice -> choice == skip).forEach(canonical::add);
    }
    return new Architecture(canonical);
  }

  /** The chosen blocks, one a layer. */
  public List<Choice> chosen(Architecture architecture) {
    check(architecture);
    return layers.stream()
        .map(layer -> layer.choices().get(architecture.choices().get(layer.number() - 1)))
        .toList();
  }

  /** The whole derived network: stem, the chosen block of each layer, tail. */
  public List<Segment> network(Architecture architecture) {
    List<Segment> network = new ArrayList<>(layers.size() + 2);
    network.add(stem);
    chosen(architecture).forEach(choice -> network.add(choice.segment()));
    network.add(tail);
    return List.copyOf(network);
  }

  /**
   * Does nothing for an architecture of this space.
   *
   * @throws IllegalArchitectureException naming the layer and its legal choices
   */
  public void check(Architecture architecture) {
    if (architecture.choices().size() != layers.size()) {
      throw ArchitectureText.otherLayers(this, architecture.choices().size(), architecture.code());
    }
    for (SearchableLayer layer : layers) {
      int choice = architecture.choices().get(layer.number() - 1);
      if (choice >= layer.choices().size()) {
        throw ArchitectureText.noSuchChoice(
            layer, String.valueOf(Character.forDigit(choice, SearchableLayer.MOST_CHOICES)));
      }
    }
  }
}
