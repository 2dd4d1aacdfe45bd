package io.scarlet.study.settings;

import io.scarlet.supernet.standalone.Recipe;

/** How a study comes by the true accuracies of networks. */
public sealed interface TruthSource {

  /** What people call it. */
  String title();

  /**
   * Somebody has measured them.
   *
   * @param nameOrFile of a table of measured networks, or a file {@code code,accuracy}
   */
  record Known(String nameOrFile) implements TruthSource {

    @Override
    public String title() {
      return nameOrFile;
    }
  }

  /**
   * The study trains every network of its sample by itself, on its own pictures, and measures it on
   * those of the test split.
   *
   * @param recipe of each training
   * @param seed of each training, and of the division of the pictures
   */
  record Trained(Recipe recipe, long seed) implements TruthSource {

    @Override
    public String title() {
      return "each trained by itself for %d epochs".formatted(recipe.training().epochs());
    }
  }
}
