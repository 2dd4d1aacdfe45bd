package io.scarlet.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Every container runs without privileges, as Kubernetes' pod security standard "restricted" has
 * it, and on a file system that it cannot change; no pod has a token for the cluster.
 */
final class PodSecurityRule implements Rule {

  @Override
  public Stream<String> faults(Manifests manifests) {
    return manifests.all().stream()
        .flatMap(
            each ->
                Stream.concat(
                        each.pods().flatMap(PodSecurityRule::podFaults),
                        each.containers().flatMap(PodSecurityRule::containerFaults))
                    .map(fault -> each.title() + ": " + fault));
  }

  private static Stream<String> podFaults(Map<String, Object> pod) {
    return Stream.of(
            expect(pod, true, "securityContext", "runAsNonRoot"),
            expect(pod, "RuntimeDefault", "securityContext", "seccompProfile", "type"),
            expect(pod, false, "automountServiceAccountToken"),
            expect(pod, null, "hostNetwork"),
            expect(pod, null, "hostPID"),
            expect(pod, null, "hostIPC"))
        .flatMap(fault -> fault);
  }

  private static Stream<String> containerFaults(Map<String, Object> container) {
    return Stream.of(
            expect(container, false, "securityContext", "allowPrivilegeEscalation"),
            expect(container, true, "securityContext", "readOnlyRootFilesystem"),
            expect(container, List.of("ALL"), "securityContext", "capabilities", "drop"),
            expect(container, null, "securityContext", "capabilities", "add"),
            expect(container, null, "securityContext", "privileged"),
            expect(container, null, "securityContext", "runAsUser"),
            Manifest.at(container, "resources", "limits", "memory") == null
                ? Stream.of("no limit of memory")
                : Stream.<String>of())
        .flatMap(fault -> fault)
        .map(fault -> "container %s: %s".formatted(container.get("name"), fault));
  }

  private static Stream<String> expect(Map<String, Object> content, Object value, String... path) {
    Object found = Manifest.at(content, path);
    return Objects.equals(found, value)
        ? Stream.of()
        : Stream.of("%s is %s, not %s".formatted(String.join(".", path), found, value));
  }
}
