package io.scarlet.supernet.model;

import io.scarlet.space.SearchSpace;
import io.scarlet.supernet.data.DataSplits;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.data.io.DataSets;

/**
 * The pictures of a training, and how they were divided.
 *
 * @param set name or folder
 * @param sha256 of its files, see {@link DataSets#sha256}; empty where it is not known
 * @param validationPictures train pictures held out where there is no validation split; 0 for a
 *     tenth
 */
public record DataSource(String set, String sha256, int validationPictures) {

  /**
   * The pictures.
   *
   * @param seed which pictures are held out: that of the training
   * @throws DataFormatException if they are not there, not the ones that were meant, damaged, or do
   *     not fit the space
   */
  public DataSplits open(SearchSpace space, long seed) throws DataFormatException {
    DataSets.verify(set, sha256);
    return DataSets.open(set, space, validationPictures, seed);
  }
}
