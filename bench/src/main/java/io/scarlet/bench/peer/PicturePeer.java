package io.scarlet.bench.peer;

import io.scarlet.space.blueprint.FeatureMap;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Pillow in a process of its own, which ends with this one. */
public final class PicturePeer implements AutoCloseable {

  private final Conversation conversation;

  /**
   * Starts it.
   *
   * @param threads among which it shares the pictures
   * @param files that it is to read
   * @param shape of what it is to make of them, {@code [H, W, 3]}
   * @throws PeerFailure where it does not start
   */
  public PicturePeer(Python python, int threads, List<Path> files, FeatureMap shape) {
    conversation = new Conversation("Pillow", python, "pictures.py", threads);
    conversation.ask(
        Map.of(
            "do", "load",
            "files", files.stream().map(Path::toString).toList(),
            "height", shape.height(),
            "width", shape.width(),
            "threads", threads),
        "ok");
  }

  /** What it makes of a picture, {@code [H, W, 3]}. */
  public byte[] pixels(int picture) {
    String answer = conversation.ask(Map.of("do", "show", "picture", picture), "pixels");
    return Base64.getDecoder().decode(answer);
  }

  /** Reads all pictures so often and returns how long it took each time. */
  public double[] milliseconds(int times) {
    return conversation.figures(Map.of("do", "time", "times", times), "ms");
  }

  @Override
  public void close() {
    conversation.close();
  }
}
