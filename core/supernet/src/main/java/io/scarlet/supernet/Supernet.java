package io.scarlet.supernet;

import io.scarlet.space.Architecture;
import io.scarlet.space.Choice;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.SearchableLayer;
import io.scarlet.supernet.backend.Backend;
import io.scarlet.supernet.backend.Tensor;
import io.scarlet.supernet.layer.BatchNorm;
import io.scarlet.supernet.layer.Buffers;
import io.scarlet.supernet.layer.Chain;
import io.scarlet.supernet.layer.Parameter;
import io.scarlet.supernet.layer.Pass;
import io.scarlet.supernet.layer.Phase;
import io.scarlet.supernet.layer.Stabilizer;
import io.scarlet.supernet.random.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All networks of a search space with shared weights: a stem, a choice block a layer, a tail. A
 * path takes one choice of each block; choices share no weights with one another.
 */
public final class Supernet {

  /** How the names of the stem's weights start. */
  public static final String STEM = "stem";

  /** How the names of the tail's weights start. */
  public static final String TAIL = "tail";

  /** Pictures that are evaluated at a time: a couple for each of many threads. */
  private static final int SLICE = 32;

  private final SearchSpace space;
  private final Backend backend;
  private final Buffers buffers;
  private final Chain stem;
  private final List<List<Chain>> blocks;
  private final Chain tail;

  /**
   * A supernet with fresh weights.
   *
   * @param skip what stands where a path skips
   * @param seed of the initial weights
   */
  public Supernet(SearchSpace space, SkipTraining skip, long seed, Backend backend) {
    this.space = space;
    this.backend = backend;
    buffers = new Buffers(backend);
    Draws draws = Draws.of(seed, "initial weights");
    stem = Chain.of(STEM, space.stem(), backend, draws.at(0));
    tail = Chain.of(TAIL, space.tail(), backend, draws.at(1));
    List<List<Chain>> all = new ArrayList<>();
    for (SearchableLayer layer : space.layers()) {
      Draws ofLayer = draws.at(1L + layer.number());
      List<Chain> block = new ArrayList<>();
      for (Choice choice : layer.choices()) {
        String name = blockName(layer.number(), block.size());
        Draws ofChoice = ofLayer.at(block.size());
        block.add(
            choice.skip() && skip != SkipTraining.IDENTITY
                ? Stabilizer.chain(name, layer.in(), skip.init(), backend, ofChoice)
                : Chain.of(name, choice.segment(), backend, ofChoice));
      }
      all.add(List.copyOf(block));
    }
    blocks = List.copyOf(all);
  }

  /** How the names of a choice's weights start; layers are numbered from 1, choices from 0. */
  public static String blockName(int layer, int choice) {
    return "layers." + layer + ".choices." + choice;
  }

  public SearchSpace space() {
    return space;
  }

  public Backend backend() {
    return backend;
  }

  /** A pass of {@code n} pictures, which gives up the memory of the pass before. */
  public Pass pass(Phase phase, int n, Draws draws) {
    buffers.reset();
    return new Pass(backend, buffers, phase, n, draws);
  }

  /**
   * Logits {@code [N, classes]} of pictures {@code [N, H, W, C]}.
   *
   * @throws io.scarlet.space.IllegalArchitectureException if the path is not one of the space
   */
  public Tensor forward(Pass pass, Architecture path, Tensor pictures) {
    Tensor y = pictures;
    for (Chain chain : chains(path)) {
      Tensor next = chain.forward(pass, y);
      if (pass.phase() != Phase.TRAIN && !y.equals(pictures) && !next.equals(y)) {
        pass.buffers().release(y);
      }
      y = next;
    }
    return y;
  }

  /**
   * What each choice of a layer makes of the same features: those that a path leads to it.
   *
   * @param number of the layer, from 1
   * @param pictures {@code [N, H, W, C]}
   * @return features {@code [N, H, W, C]} behind each choice, in the order of the codes
   * @throws io.scarlet.space.IllegalArchitectureException if the path is not one of the space
   */
  public List<float[]> alternatives(Pass pass, Architecture path, int number, Tensor pictures) {
    Tensor x = pictures;
    for (Chain chain : chains(path).subList(0, number)) {
      x = chain.forward(pass, x);
    }
    List<float[]> outputs = new ArrayList<>();
    for (Chain choice : blocks.get(number - 1)) {
      outputs.add(choice.forward(pass, x).toArray());
    }
    return outputs;
  }

  /**
   * Reads the logits of pictures by the moments that the batch norms remember. No picture depends
   * on another then, so that they pass a few at a time: their features stay near the processor.
   *
   * @param pictures {@code [N, H, W, C]}
   * @param logits {@code [N, classes]}
   * @throws io.scarlet.space.IllegalArchitectureException if the path is not one of the space
   */
  public void evaluate(Architecture path, int n, Tensor pictures, float[] logits) {
    long size = space.stem().in().size();
    for (int from = 0; from < n; from += SLICE) {
      int count = Math.min(SLICE, n - from);
      Pass pass = pass(Phase.EVALUATE, count, Draws.of(0, "evaluation"));
      float[] some = forward(pass, path, pictures.part(from * size, count * size)).toArray();
      System.arraycopy(some, 0, logits, from * space.classes(), count * space.classes());
    }
  }

  /** Adds the gradients of the path's weights, from that of the logits of the pass before. */
  public void backward(Pass pass, Architecture path, Tensor dLogits) {
    List<Chain> chains = chains(path);
    Tensor g = dLogits;
    for (Chain chain : chains.subList(1, chains.size()).reversed()) {
      g = chain.backward(pass, g);
    }
    stem.backwardFromPictures(pass, g);
  }

  private List<Chain> chains(Architecture path) {
    space.check(path);
    List<Chain> chains = new ArrayList<>(blocks.size() + 2);
    chains.add(stem);
    for (int i = 0; i < blocks.size(); i++) {
      chains.add(blocks.get(i).get(path.choices().get(i)));
    }
    chains.add(tail);
    return chains;
  }

  /** All weights, in the order of the network. */
  public List<Parameter> parameters() {
    return everyChain().flatMap(chain -> chain.parameters().stream()).toList();
  }

  /** All batch norms, in the order of the network. */
  public List<BatchNorm> batchNorms() {
    return everyChain().flatMap(chain -> chain.batchNorms().stream()).toList();
  }

  /** The batch norms on a path. */
  public List<BatchNorm> batchNorms(Architecture path) {
    return chains(path).stream().flatMap(chain -> chain.batchNorms().stream()).toList();
  }

  private Stream<Chain> everyChain() {
    return Stream.of(Stream.of(stem), blocks.stream().flatMap(List::stream), Stream.of(tail))
        .flatMap(chains -> chains);
  }
}
