package io.scarlet.study.settings;

/**
 * A study of how alike the outputs of a layer's choices are.
 *
 * @param supernets whose features are compared
 * @param layer number from 1; 0 for the third or, where that has no skip, the next that has one
 * @param paths that lead to the layer, drawn at random, at least 1
 * @param pictures that each path sees, at least 2
 */
public record FeatureSettings(SupernetSettings supernets, int layer, int paths, int pictures) {

  public FeatureSettings {
    int layers = supernets.space().layers().size();
    if (layer < 0 || layer > layers) {
      throw new StudyRefused(
          "--layer %d: %s has the layers 1 to %d"
              .formatted(layer, supernets.space().name(), layers));
    }
    if (paths < 1 || pictures < 2) {
      throw new StudyRefused("features need 1 path and 2 pictures or more");
    }
  }
}
