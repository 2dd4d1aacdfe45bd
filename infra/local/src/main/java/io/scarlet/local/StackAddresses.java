package io.scarlet.local;

import io.scarlet.local.process.FolderLock;
import io.scarlet.local.process.ProcessFailure;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.WireFormat;
import java.net.URI;
import java.nio.file.Path;

/**
 * Where a stack serves, for those who did not start it.
 *
 * @param broker how clients reach it
 * @param format how its records are written
 * @param dashboard of the evolver
 */
public record StackAddresses(KafkaConnection broker, WireFormat format, URI dashboard) {

  /**
   * The addresses of the stack that runs on a folder.
   *
   * @param data the folder that it keeps its things in
   * @throws ProcessFailure where none runs there
   */
  public static StackAddresses of(Path data) {
    Path folder = data.toAbsolutePath().normalize();
    if (!FolderLock.isTaken(folder)) {
      throw new ProcessFailure("no stack runs on " + folder);
    }
    return Ports.last(folder)
        .map(Ports::addresses)
        .orElseThrow(() -> new ProcessFailure("the stack on " + folder + " is about to start"));
  }

  /**
   * The process that keeps the stack on a folder.
   *
   * @param data the folder that it keeps its things in
   * @throws ProcessFailure where none runs there
   */
  public static ProcessHandle keeper(Path data) {
    Path folder = data.toAbsolutePath().normalize();
    return FolderLock.owner(folder)
        .orElseThrow(() -> new ProcessFailure("no stack runs on " + folder));
  }
}
