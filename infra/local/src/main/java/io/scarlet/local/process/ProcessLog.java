package io.scarlet.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a process wrote.
 *
 * @param file its standard output and error together
 * @param start bytes that an earlier process of the same name left there
 */
public record ProcessLog(Path file, long start) {

  /** Enough for the stack trace of one failure. */
  private static final int TAIL_BYTES = 64 * 1024;

  private static final int LONGEST_QUOTE = 300;

  /** From the most telling line to the least; within a kind, the last one written counts. */
  private static final List<Pattern> TELLING =
      List.of(
          Pattern.compile("No space left on device|OutOfMemoryError"),
          Pattern.compile(
              "Address already in use|[Pp]ort \\S+ (seems to be )?in use|already bound"),
          Pattern.compile("^Caused by: "),
          Pattern.compile("\\b(ERROR|FATAL|SEVERE)\\b"),
          Pattern.compile("\\w(Exception|Error)\\b"),
          Pattern.compile("\\S"));

  /** The log of a process that is about to start and adds to this file. */
  public static ProcessLog fromItsEnd(Path file) throws IOException {
    return new ProcessLog(file, Files.exists(file) ? Files.size(file) : 0);
  }

  /** The line that best says why the process ended; empty where it wrote nothing. */
  public Optional<String> cause() {
    List<String> lines = tail();
    return TELLING.stream()
        .flatMap(
            kind -> lines.reversed().stream().filter(line -> kind.matcher(line).find()).limit(1))
        .findFirst()
        .map(ProcessLog::shortened);
  }

  private List<String> tail() {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long length = log.length();
      byte[] bytes = new byte[(int) Math.min(length - start, TAIL_BYTES)];
      log.seek(length - bytes.length);
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      return List.of("its log cannot be read: " + unreadable.getMessage());
    }
  }

  private static String shortened(String line) {
    String trimmed = line.strip();
    return trimmed.length() <= LONGEST_QUOTE
        ? trimmed
        : trimmed.substring(0, LONGEST_QUOTE) + "...";
  }
}
