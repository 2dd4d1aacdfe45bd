package io.scarlet.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Nothing speaks to pods, or they to anything, but as a policy says; and nobody but the services
 * speaks to the registry, which asks for no password.
 */
final class NetworkRule implements Rule {

  @Override
  public Stream<String> faults(Manifests manifests) {
    return Stream.concat(
        manifests
            .of("Deployment")
            .filter(each -> policies(manifests, each).noneMatch(NetworkRule::closes))
            .map(each -> each.title() + ": no policy closes its pods"),
        manifests.find("Deployment", "registry").stream()
            .flatMap(registry -> policies(manifests, registry))
            .filter(policy -> policy.maps("spec", "ingress").stream().anyMatch(NetworkRule::isWide))
            .map(policy -> policy.title() + ": lets others than services ask the registry"));
  }

  private static Stream<Manifest> policies(Manifests manifests, Manifest pods) {
    return manifests
        .of("NetworkPolicy")
        .filter(policy -> Selector.in(policy.map("spec", "podSelector")).selects(pods.podLabels()));
  }

  private static boolean closes(Manifest policy) {
    return List.of("Ingress", "Egress").equals(policy.map("spec").get("policyTypes"))
        && policy.maps("spec", "ingress").isEmpty()
        && policy.maps("spec", "egress").isEmpty();
  }

  private static boolean isWide(Map<String, Object> rule) {
    List<Map<String, Object>> peers = Manifest.mapsIn(rule.get("from"));
    return peers.isEmpty()
        || peers.stream()
            .anyMatch(
                peer ->
                    !peer.keySet().equals(Set.of("podSelector"))
                        || Selector.in(peer.get("podSelector")).selects(Map.of()));
  }
}
