package io.scarlet.cli;

import io.scarlet.local.Installation;
import io.scarlet.local.LocalStack;
import io.scarlet.local.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A stack on a folder that it keeps, as a process that a test can kill. */
public final class StackProgram {

  private StackProgram() {}

  /** The arguments are the project's folder and the stack's. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Installation installation = new Installation(Path.of(arguments[0]));
    StackSettings settings = StackSettings.kept(Path.of(arguments[1]), 1);
    Files.createDirectories(settings.logs());
    ProgramLog.to(settings.logs().resolve("scarlet.log"));
    try (LocalStack stack = LocalStack.start(installation, settings, StackProgram::say)) {
      stack.awaitLog();
      System.out.println("serves");
      Thread.currentThread().join();
    }
  }

  private static void say(String line) {
    System.err.println(line);
  }
}
