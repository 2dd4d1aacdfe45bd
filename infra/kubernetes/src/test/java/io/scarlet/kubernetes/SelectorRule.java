package io.scarlet.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who selects pods finds some, and at the port that is meant. */
final class SelectorRule implements Rule {

  private static final Set<String> WITH_SELECTOR = Set.of("Deployment", "PodDisruptionBudget");

  @Override
  public Stream<String> faults(Manifests manifests) {
    return Stream.of(
            manifests.all().stream()
                .filter(each -> WITH_SELECTOR.contains(each.kind()))
                .flatMap(each -> fault(manifests, each, each.map("spec", "selector"))),
            manifests.of("Deployment").flatMap(SelectorRule::ownPods),
            manifests.of("NetworkPolicy").flatMap(each -> policy(manifests, each)),
            manifests.of("Service").flatMap(each -> service(manifests, each)))
        .flatMap(faults -> faults);
  }

  private static Stream<String> ownPods(Manifest deployment) {
    boolean own =
        deployment
            .podLabels()
            .entrySet()
            .containsAll(deployment.map("spec", "selector", "matchLabels").entrySet());
    Stream<String> spread =
        deployment
            .pods()
            .flatMap(pod -> Manifest.mapsIn(pod.get("topologySpreadConstraints")).stream())
            .map(
                constraint ->
                    Manifest.mapIn(Manifest.at(constraint, "labelSelector", "matchLabels")))
            .filter(labels -> !deployment.podLabels().entrySet().containsAll(labels.entrySet()))
            .map(labels -> deployment.title() + ": spreads pods that are not its own: " + labels);
    return Stream.concat(
        own ? Stream.of() : Stream.of(deployment.title() + ": selects pods that are not its own"),
        spread);
  }

  private static Stream<String> policy(Manifests manifests, Manifest policy) {
    Stream<Object> peers =
        Stream.concat(
                policy.maps("spec", "ingress").stream()
                    .flatMap(rule -> Manifest.mapsIn(rule.get("from")).stream()),
                policy.maps("spec", "egress").stream()
                    .flatMap(rule -> Manifest.mapsIn(rule.get("to")).stream()))
            .filter(peer -> !peer.containsKey("namespaceSelector"))
            .filter(peer -> peer.containsKey("podSelector"))
            .map(peer -> peer.get("podSelector"));
    return Stream.concat(Stream.of(policy.map("spec", "podSelector")), peers)
        .flatMap(selector -> fault(manifests, policy, Manifest.mapIn(selector)));
  }

  private static Stream<String> service(Manifests manifests, Manifest service) {
    Map<String, Object> selector = service.map("spec", "selector");
    List<Object> ports =
        manifests.all().stream()
            .filter(each -> each.podLabels().entrySet().containsAll(selector.entrySet()))
            .flatMap(Manifest::containers)
            .flatMap(container -> Manifest.mapsIn(container.get("ports")).stream())
            .map(port -> port.get("name"))
            .toList();
    return Stream.concat(
        fault(manifests, service, Map.of("matchLabels", selector)),
        service.maps("spec", "ports").stream()
            .map(port -> port.get("targetPort"))
            .filter(port -> !ports.contains(port))
            .map(port -> "%s: nobody has the port %s".formatted(service.title(), port)));
  }

  private static Stream<String> fault(
      Manifests manifests, Manifest owner, Map<String, Object> selector) {
    Map<String, Object> labels = Manifest.mapIn(selector.get("matchLabels"));
    Stream<Map<String, Object>> expressions =
        Manifest.mapsIn(selector.get("matchExpressions")).stream()
            .flatMap(
                expression ->
                    ((List<?>) expression.get("values"))
                        .stream()
                            .map(value -> Map.of(String.valueOf(expression.get("key")), value)));
    return Stream.concat(Stream.of(labels), expressions)
        .filter(wanted -> !wanted.isEmpty())
        .filter(wanted -> !manifests.podsWith(wanted))
        .map(wanted -> "%s: no pod has the labels %s".formatted(owner.title(), wanted));
  }
}
