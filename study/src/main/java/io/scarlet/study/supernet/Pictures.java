package io.scarlet.study.supernet;

import io.scarlet.space.SearchSpace;
import io.scarlet.study.settings.PictureSettings;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.Normalization;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.data.io.DataSets;

/**
 * The pictures of a supernet.
 *
 * @param splits which pictures are trained on depends on the seed
 * @param normalization of all
 */
public record Pictures(DataSplits splits, Normalization normalization) {

  /**
   * Opens them.
   *
   * @param seed of the supernet
   * @throws DataFormatException if they cannot be used
   */
  public static Pictures open(PictureSettings settings, SearchSpace space, long seed)
      throws DataFormatException {
    DataSets.verify(settings.set(), settings.sha256());
    DataSplits splits = DataSets.open(settings.set(), space, settings.validationPictures(), seed);
    return new Pictures(splits, Normalization.of(splits.train()));
  }
}
