package io.scarlet.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** How to see from outside that a process serves. */
public sealed interface Readiness {

  /** Whether it serves now. Never throws: what cannot be reached does not serve. */
  boolean isReached();

  /**
   * It accepts connections.
   *
   * @param port on the loopback interface
   */
  record Listening(int port) implements Readiness {

    private static final int PATIENCE_MILLISECONDS = 500;

    @Override
    public boolean isReached() {
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLISECONDS);
        return true;
      } catch (IOException notYet) {
        return false;
      }
    }
  }

  /**
   * It answers a request with status 200.
   *
   * @param address over HTTP
   */
  record Answering(URI address) implements Readiness {

    private static final int PATIENCE_MILLISECONDS = 2_000;

    @Override
    public boolean isReached() {
      try {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLISECONDS);
        connection.setReadTimeout(PATIENCE_MILLISECONDS);
        try {
          return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
          connection.disconnect();
        }
      } catch (IOException notYet) {
        return false;
      }
    }
  }
}
