package io.scarlet.evaluator.kafka;

import io.scarlet.schemas.AccessCatalogue;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;

/**
 * Who this process is.
 *
 * @param evaluatorId what its scores carry; decides nothing
 * @param transactionalId unlike that of any other process, as two of one id would shut each other
 *     out; so it does not depend on what is configured
 */
public record ProcessIdentity(String evaluatorId, String transactionalId) {

  /** The identity of this process, with the configured name if there is one. */
  public static ProcessIdentity of(Optional<String> configured) {
    String process = host() + "-" + ProcessHandle.current().pid();
    return new ProcessIdentity(
        configured.orElse(process),
        AccessCatalogue.EVALUATOR_TRANSACTIONS + process + "-" + UUID.randomUUID());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown-host";
    }
  }
}
