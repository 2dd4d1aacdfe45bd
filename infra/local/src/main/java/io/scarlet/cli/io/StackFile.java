package io.scarlet.cli.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * {@code stack.json} in the data folder of a stack: how others find it while it runs.
 *
 * @param address of the evolver
 * @param process id of the process that keeps the stack
 * @param started when that process started, so that another with its id is told apart; empty where
 *     the system does not say
 */
public record StackFile(URI address, long process, String started) {

  private static final String NAME = "stack.json";
  private static final String ADDRESS = "url";
  private static final String PROCESS = "pid";
  private static final String STARTED = "started";

  /** The stack that this process keeps. */
  public static StackFile ofThisProcess(URI address) {
    ProcessHandle own = ProcessHandle.current();
    return new StackFile(address, own.pid(), startOf(own));
  }

  /**
   * The stack of a data folder; empty where none runs.
   *
   * @throws StackUnavailable where the file cannot be understood
   */
  public static Optional<StackFile> in(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      Map<String, String> read = Json.read(Files.readString(file), new TypeReference<>() {});
      StackFile stack =
          new StackFile(
              URI.create(read.get(ADDRESS)), Long.parseLong(read.get(PROCESS)), read.get(STARTED));
      return stack.keeper().map(_ -> stack);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException | NullPointerException damaged) {
      throw new StackUnavailable(file + " is damaged: end the stack and delete it", damaged);
    } catch (IOException unreadable) {
      throw new StackUnavailable(
          "cannot read %s: %s".formatted(file, unreadable.getMessage()), unreadable);
    }
  }

  /** The process that keeps the stack; empty where it has ended. */
  public Optional<ProcessHandle> keeper() {
    return ProcessHandle.of(process)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> startOf(handle).equals(started));
  }

  /**
   * Writes it.
   *
   * @throws IOException where that cannot be done
   */
  public void write(Path folder) throws IOException {
    WholeFile.write(
        folder.resolve(NAME),
        Json.document(
            Map.of(
                ADDRESS, address.toString(), PROCESS, String.valueOf(process), STARTED, started)));
  }

  /**
   * Removes it.
   *
   * @throws IOException where that cannot be done
   */
  public static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(NAME));
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Object::toString).orElse("");
  }
}
