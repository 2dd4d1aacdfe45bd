package io.scarlet.supernet.data.io;

/**
 * What is needed of a channel of a JPEG picture: which blocks, and how many pixels of each.
 *
 * @param side pixels of a block in either direction: 8, 4, 2 or 1
 * @param across what becomes of its width
 * @param down what becomes of its height
 */
record JpegView(int side, Resampling across, Resampling down) {

  private static final int BLOCK = 8;

  /**
   * The smallest side with which a channel has at least twice the pixels that are shown, so that
   * scaling, and not the blocks, decides what is seen.
   */
  static JpegView of(JpegHeader header, JpegComponent component, Cover cover) {
    double blocksAcross = (double) component.across() / header.across() * header.width() / BLOCK;
    double blocksDown = (double) component.down() / header.down() * header.height() / BLOCK;
    int side = BLOCK;
    while (side > 1
        && blocksAcross * side >= 4 * cover.width()
        && blocksDown * side >= 4 * cover.height()) {
      side /= 2;
    }
    return new JpegView(side, cover.across(blocksAcross * side), cover.down(blocksDown * side));
  }

  /** The first column of blocks that is seen. */
  int left() {
    return across.begin() / side;
  }

  /** One past the last column of blocks that is seen. */
  int right() {
    return Math.ceilDiv(across.end(), side);
  }

  /** The first row of blocks that is seen. */
  int top() {
    return down.begin() / side;
  }

  /** One past the last row of blocks that is seen. */
  int bottom() {
    return Math.ceilDiv(down.end(), side);
  }
}
