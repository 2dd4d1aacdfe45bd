package io.scarlet.supernet.data.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Decodes the scan of a JPEG picture, each channel at a resolution that its use needs. */
final class JpegScan {

  /** All that decides how a channel is seen. */
  record Sampling(int across, int down, int mostAcross, int mostDown, Cover cover) {}

  private JpegScan() {}

  /**
   * The visible part of the first channels, {@code [W, H]} each, -128 to 127.
   *
   * @param file all of it
   * @param wanted how many channels are wanted
   * @param cover what is shown of the picture, and how large: a channel with four times as many
   *     pixels across and down is decoded at a half, a quarter or an eighth
   * @param views of former pictures
   * @throws IOException if the file is truncated or damaged
   */
  static int[][] decode(
      JpegHeader header, byte[] file, int wanted, Cover cover, Remembered<Sampling, JpegView> views)
      throws IOException {
    int across = header.across();
    int down = header.down();
    List<JpegChannel> channels = new ArrayList<>();
    for (JpegComponent component : header.components()) {
      JpegView view =
          views.get(
              new Sampling(component.across(), component.down(), across, down, cover),
              () -> JpegView.of(header, component, cover));
      channels.add(new JpegChannel(component, view));
    }
    List<JpegChannel> shown = channels.subList(0, Math.min(wanted, channels.size()));
    run(header, new JpegCoefficients(file, header.scan()), channels, shown);
    return shown.stream().map(JpegChannel::columns).toArray(int[][]::new);
  }

  private static void run(
      JpegHeader header,
      JpegCoefficients coefficients,
      List<JpegChannel> channels,
      List<JpegChannel> shown)
      throws IOException {
    int across = header.groupsAcross();
    int down = header.groupsDown();
    int left = 0;
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        if (left == 0) {
          coefficients.restart();
          channels.forEach(JpegChannel::restart);
          left = header.restartInterval() == 0 ? Integer.MAX_VALUE : header.restartInterval();
        }
        for (JpegChannel channel : channels) {
          channel.read(coefficients, x, y);
        }
        left--;
      }
      for (JpegChannel channel : shown) {
        channel.endRow(y);
      }
    }
  }
}
