package io.scarlet.supernet.layer;

import io.scarlet.supernet.backend.Features;
import io.scarlet.supernet.backend.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * Convolutions one after the other, each with a batch norm behind it. Only what a convolution wrote
 * is stored; the next one normalises it as it reads.
 */
final class NormedConvolutions implements Layer {

  private final List<NormedConvolution> units;

  NormedConvolutions(List<NormedConvolution> units) {
    this.units = List.copyOf(units);
  }

  @Override
  public Tensor forward(Pass pass, Tensor x) {
    Features features = Features.stored(x);
    for (NormedConvolution unit : units) {
      Features next = unit.forward(pass, features);
      if (pass.phase() != Phase.TRAIN && features.norm().isPresent()) {
        pass.buffers().release(features.tensor());
      }
      features = next;
    }
    Tensor y = pass.stored(features);
    if (pass.phase() != Phase.TRAIN) {
      pass.buffers().release(features.tensor());
    }
    return y;
  }

  @Override
  public Tensor backward(Pass pass, Tensor dy) {
    return units.getFirst().backward(pass, throughAllButFirst(pass, dy), Optional.empty());
  }

  @Override
  public void backwardFromPictures(Pass pass, Tensor dy) {
    units.getFirst().backwardFromPictures(pass, throughAllButFirst(pass, dy));
  }

  private Tensor throughAllButFirst(Pass pass, Tensor dy) {
    units.getLast().measure(pass, dy);
    Tensor behind = dy;
    for (int i = units.size() - 1; i > 0; i--) {
      behind = units.get(i).backward(pass, behind, Optional.of(units.get(i - 1)));
    }
    return behind;
  }

  @Override
  public List<Parameter> parameters() {
    return units.stream().flatMap(NormedConvolution::parameters).toList();
  }

  @Override
  public List<BatchNorm> batchNorms() {
    return units.stream().map(NormedConvolution::norm).toList();
  }
}
