package io.scarlet.local.process;

import java.nio.file.Path;
import java.util.List;

/** Starts a program that waits, tells its process id, and waits itself. */
public final class ParentProgram {

  private ParentProgram() {}

  /** The argument is the folder of the log. */
  public static void main(String[] arguments) throws InterruptedException {
    Path classes = Path.of("target/classes").toAbsolutePath();
    try (Fleet fleet = new Fleet(classes, Path.of(arguments[0]), FleetTest.HASTY, line -> {})) {
      fleet.start(List.of(FleetTest.program("child", 1, "wait")));
      System.out.println(fleet.handles().getFirst().pid());
      Thread.currentThread().join();
    }
  }
}
