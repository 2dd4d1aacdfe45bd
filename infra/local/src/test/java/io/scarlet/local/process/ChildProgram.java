package io.scarlet.local.process;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** A program that serves, waits or fails, as it is told. */
public final class ChildProgram {

  private ChildProgram() {}

  /** Does what the first argument says. */
  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "serve" -> {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("in good order")));
        serve(Integer.parseInt(arguments[1]));
      }
      case "lock" -> lock(Path.of(arguments[1]));
      case "wait" -> Thread.currentThread().join();
      default -> throw new IllegalStateException("the disk is made of cheese");
    }
  }

  private static void lock(Path folder) throws Exception {
    try (FolderLock _ = FolderLock.take(folder)) {
      System.out.println("locked");
      Thread.currentThread().join();
    }
  }

  private static void serve(int port) throws Exception {
    try (ServerSocket socket = new ServerSocket(port, 5, InetAddress.getLoopbackAddress())) {
      while (!socket.isClosed()) {
        socket.accept().close();
      }
    }
  }
}
