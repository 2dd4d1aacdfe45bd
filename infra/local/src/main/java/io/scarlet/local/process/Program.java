package io.scarlet.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A Java program to run as a process of its own.
 *
 * @param name what people call it; also the name of its log
 * @param classPath jars and folders
 * @param mainClass the class that holds its {@code main}
 * @param jvmOptions options of its virtual machine, system properties included
 * @param arguments what its {@code main} gets
 * @param directory where it runs; relative paths in its options start there
 * @param readiness how to see that it serves
 * @param liveness how to see, once it serves, that it can still do so; empty where its process is
 *     sign enough
 * @param patience how long that may take
 */
public record Program(
    String name,
    List<Path> classPath,
    String mainClass,
    List<String> jvmOptions,
    List<String> arguments,
    Path directory,
    Readiness readiness,
    Optional<Readiness> liveness,
    Duration patience) {

  public Program {
    classPath = List.copyOf(classPath);
    jvmOptions = List.copyOf(jvmOptions);
    arguments = List.copyOf(arguments);
  }
}
