package io.scarlet.supernet.backend;

/**
 * Whether a backend can compute on this machine.
 *
 * @param available whether it can
 * @param reason why, or why not and what would help, as the end of a sentence
 */
public record Availability(boolean available, String reason) {

  /** It can. */
  public static Availability yes(String reason) {
    return new Availability(true, reason);
  }

  /** It cannot. */
  public static Availability no(String reason) {
    return new Availability(false, reason);
  }
}
