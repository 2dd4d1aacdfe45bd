package io.scarlet.request;

/**
 * Where a value was written, for messages.
 *
 * @param text a file with line and column, or an option of the command line
 */
public record Place(String text) {

  /**
   * A place in a file.
   *
   * @param file as the person named it
   * @param line from 1
   * @param column from 1
   */
  public static Place in(String file, int line, int column) {
    return new Place("%s, line %d, column %d".formatted(file, line, column));
  }

  /** The refusal of what stands here. */
  public RequestRefused refuse(String problem) {
    return new RequestRefused(text + ": " + problem);
  }
}
