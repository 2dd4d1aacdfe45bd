package io.scarlet.evolver.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The access policy of this process, read once at its start. */
@ApplicationScoped
public class AccessControl {

  private static final Logger LOG = Logger.getLogger(AccessControl.class);

  private final AccessPolicy policy;

  /**
   * By these settings.
   *
   * @param host that the evolver listens on
   */
  public AccessControl(
      AccessSettings settings, @ConfigProperty(name = "quarkus.http.host") String host) {
    policy = new AccessPolicy(settings, isLoopback(host));
  }

  void start(@Observes StartupEvent event) {
    if (policy.refusesAllWrites()) {
      LOG.warn(
          "no token is set, so searches can be looked at and not asked for or steered over HTTP:"
              + " set scarlet.access.token-file");
    }
  }

  /** Why a request is not let in; empty where it is. */
  public Optional<Refusal> refusal(Asked asked) {
    return policy.refusal(asked);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
