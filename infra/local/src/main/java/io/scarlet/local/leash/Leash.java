package io.scarlet.local.leash;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs the main program of a child process and ends it as soon as standard input says so or ends.
 *
 * <p>Standard input is a pipe whose other end only the parent holds. When the parent is gone,
 * however it went, the operating system closes the pipe; no signal, process id or polling is
 * needed, so this also holds for a parent that was killed outright.
 */
public final class Leash {

  /** What the parent writes to have it end in good order, for which it waits. */
  public static final int STOP = '.';

  /** What an orderly end without a parent may take before the process is cut off. */
  private static final long GRACE_MILLISECONDS = 3_000;

  private static final int STOPPED = 0;
  private static final int UNCAUGHT = 1;
  private static final int ORPHANED = 3;

  private Leash() {}

  /**
   * Runs another program's {@code main}.
   *
   * @param arguments the class of the program, then its own arguments
   * @throws ReflectiveOperationException where there is no such program
   */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("leash").start(Leash::endWithParent);
    Object rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    try {
      Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, rest);
    } catch (InvocationTargetException thrown) {
      Thread current = Thread.currentThread();
      current.getThreadGroup().uncaughtException(current, thrown.getCause());
      System.exit(UNCAUGHT);
    }
  }

  private static void endWithParent() {
    try {
      if (System.in.read() == STOP) {
        // By another thread: an exit does not return, and the parent may go meanwhile.
        Thread.ofPlatform().daemon().name("leash-stop").start(() -> System.exit(STOPPED));
      }
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      System.err.println("the pipe to the parent process broke: " + broken.getMessage());
    }
    Thread.ofPlatform().daemon().name("leash-grace").start(Leash::cutOff);
    System.exit(ORPHANED);
  }

  private static void cutOff() {
    try {
      Thread.sleep(GRACE_MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ORPHANED);
  }
}
