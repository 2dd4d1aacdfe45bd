package io.scarlet.bench.peer;

import java.util.Locale;
import java.util.Map;

/** PyTorch in a process of its own, which ends with this one. */
public final class Peer implements AutoCloseable {

  /** What is done again and again. */
  public enum Kind {
    TRAIN,
    EVALUATE;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Conversation conversation;

  /**
   * Starts it.
   *
   * @param threads that it may use
   * @throws PeerFailure where it does not start
   */
  public Peer(Python python, int threads) {
    conversation = new Conversation("PyTorch", python, "peer.py", threads);
  }

  /** Hands over what to work on, in place of what it had. */
  public void load(Assignment assignment) {
    conversation.ask(assignment.header(), assignment::writeValues, "ok");
  }

  /** Works so often and returns the losses, each the mean over the paths of a step. */
  public double[] losses(Kind kind, int times) {
    return run("check", kind, times, "loss");
  }

  /** Works so often and returns how long it took each time. */
  public double[] milliseconds(Kind kind, int times) {
    return run("time", kind, times, "ms");
  }

  private double[] run(String request, Kind kind, int times, String answer) {
    return conversation.figures(Map.of("do", request, "what", kind.word(), "times", times), answer);
  }

  @Override
  public void close() {
    conversation.close();
  }
}
