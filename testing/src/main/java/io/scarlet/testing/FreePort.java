package io.scarlet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports of the loopback interface that nobody listens on just now. */
final class FreePort {

  private FreePort() {}

  static int find() {
    return find(1).getFirst();
  }

  /** Different ones: each is held until all are found. */
  static List<Integer> find(int count) {
    List<Integer> ports = new ArrayList<>();
    find(count, ports);
    return ports;
  }

  private static void find(int left, List<Integer> found) {
    if (left == 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      found.add(socket.getLocalPort());
      find(left - 1, found);
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on loopback", e);
    }
  }
}
