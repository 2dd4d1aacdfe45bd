package io.scarlet.cli;

import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.stack.RunningStack;
import io.scarlet.log.io.LogUnreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of a search that a person named: a log, a folder of results, the id of a run, or a
 * search of a stack that runs, whose log is fetched for as long as this is open.
 *
 * @param log of the search
 * @param store with its weights; where there is none, a folder that does not exist
 * @param fetched whether the log is deleted in the end
 */
record NamedSearch(Path log, Path store, boolean fetched) implements AutoCloseable {

  /**
   * Finds it, files first.
   *
   * @param options which stack is meant
   * @throws LogUnreadable where there is no such thing
   * @throws IOException where a log that is fetched cannot be written
   */
  static NamedSearch of(String name, StackOptions options) throws IOException {
    Optional<NamedSearch> files = files(name);
    if (files.isPresent()) {
      return files.get();
    }
    Optional<RunningStack> stack = options.find();
    if (stack.isEmpty()) {
      throw new LogUnreadable(
          "there is no file or folder %s, and no stack runs that could have such a search"
              .formatted(name));
    }
    String id = stack.get().search(name).id();
    Path fetched = Files.createTempFile("scarlet-log-", ".avro");
    stack.get().evolver().saveLog(id, fetched);
    Path none = ResultFolder.store(fetched.resolveSibling(id));
    return new NamedSearch(fetched, options.store().orElse(none), true);
  }

  /** Finds it among files; empty where there are none of this name. */
  static Optional<NamedSearch> files(String name) {
    Path file = Path.of(name);
    if (Files.isRegularFile(file)) {
      Path store = ResultFolder.store(file.toAbsolutePath().getParent());
      return Optional.of(new NamedSearch(file, store, false));
    }
    Path folder = ResultFolder.existing(name);
    return Files.isDirectory(folder)
        ? Optional.of(new NamedSearch(ResultFolder.log(folder), ResultFolder.store(folder), false))
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    if (fetched) {
      Files.delete(log);
    }
  }
}
