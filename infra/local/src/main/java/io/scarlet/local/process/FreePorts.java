package io.scarlet.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Ports of the loopback interface that nobody holds.
 *
 * <p>They lie below the range from which systems draw the ports of outgoing connections (32768 and
 * up), so that no connection of the stack itself can take one before its server does. Where the
 * search starts depends on the process, so that two stacks that start at once do not choose alike.
 */
public final class FreePorts {

  private static final int FIRST = 20_000;
  private static final int COUNT = 12_000;
  private static final int STRIDE = 97;

  private FreePorts() {}

  /**
   * Distinct free ports.
   *
   * @param wanted how many, at least 1
   * @throws ProcessFailure where there are not so many
   */
  public static List<Integer> choose(int wanted) {
    List<Integer> chosen = new ArrayList<>(wanted);
    int start = (int) (ProcessHandle.current().pid() * STRIDE % COUNT);
    for (int i = 0; i < COUNT && chosen.size() < wanted; i++) {
      int port = FIRST + (start + i) % COUNT;
      if (isFree(port)) {
        chosen.add(port);
      }
    }
    if (chosen.size() < wanted) {
      throw new ProcessFailure(
          "too few free ports on 127.0.0.1 between "
              + FIRST
              + " and "
              + (FIRST + COUNT)
              + ": stop some servers");
    }
    return List.copyOf(chosen);
  }

  /** Whether nobody listens on it now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
