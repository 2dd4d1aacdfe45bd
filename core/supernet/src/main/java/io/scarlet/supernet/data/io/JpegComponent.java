package io.scarlet.supernet.data.io;

/** A channel of a JPEG picture, as the header describes it. */
final class JpegComponent {

  private final int across;
  private final int down;
  private final int[] steps;
  private final JpegHuffman dc;
  private final JpegHuffman ac;

  /**
   * A channel.
   *
   * @param across blocks side by side in a group of blocks
   * @param down blocks above one another in a group of blocks
   * @param steps of the 64 coefficients, in zigzag order
   * @param dc codes of the mean of a block
   * @param ac codes of everything else in a block
   */
  JpegComponent(int across, int down, int[] steps, JpegHuffman dc, JpegHuffman ac) {
    this.across = across;
    this.down = down;
    this.steps = steps;
    this.dc = dc;
    this.ac = ac;
  }

  int across() {
    return across;
  }

  int down() {
    return down;
  }

  /** Not to be changed. */
  int[] steps() {
    return steps;
  }

  JpegHuffman dc() {
    return dc;
  }

  JpegHuffman ac() {
    return ac;
  }
}
