package io.scarlet.kubernetes;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that is named is there. */
final class ReferenceRule implements Rule {

  /** Made by people, as docs/kubernetes.md tells them. */
  static final Set<String> SECRETS_BY_HAND =
      Set.of("store", "access", "scarlet-tls", "registry-access");

  @Override
  public Stream<String> faults(Manifests manifests) {
    return Stream.concat(
        manifests.all().stream()
            .flatMap(
                each ->
                    references(each)
                        .filter(reference -> !isThere(manifests, reference))
                        .map(reference -> "%s: no %s".formatted(each.title(), reference))),
        manifests.all().stream().flatMap(ReferenceRule::mounts));
  }

  /**
   * A name that stands for an object.
   *
   * @param key within a ConfigMap, or empty
   */
  private record Reference(String kind, String name, String key) {

    static Reference of(String kind, Object name) {
      return new Reference(kind, String.valueOf(name), "");
    }

    @Override
    public String toString() {
      return "%s %s %s".formatted(kind, name, key).strip();
    }
  }

  private static Stream<Reference> references(Manifest manifest) {
    return Stream.of(
            manifest
                .pods()
                .map(pod -> Reference.of("ServiceAccount", pod.get("serviceAccountName"))),
            manifest
                .pods()
                .flatMap(pod -> Manifest.mapsIn(pod.get("volumes")).stream())
                .flatMap(ReferenceRule::ofVolume),
            manifest.containers().flatMap(ReferenceRule::ofContainer),
            manifest.maps("spec", "secretTargetRef").stream()
                .map(secret -> Reference.of("Secret", secret.get("name"))),
            manifest.maps("spec", "tls").stream()
                .map(tls -> Reference.of("Secret", tls.get("secretName"))),
            manifest.maps("spec", "rules").stream()
                .flatMap(rule -> Manifest.mapsIn(Manifest.at(rule, "http", "paths")).stream())
                .map(
                    path ->
                        Reference.of("Service", Manifest.at(path, "backend", "service", "name"))))
        .flatMap(found -> found);
  }

  private static Stream<Reference> ofVolume(Map<String, Object> volume) {
    if (volume.containsKey("secret")) {
      return Stream.of(Reference.of("Secret", Manifest.at(volume, "secret", "secretName")));
    }
    if (volume.containsKey("configMap")) {
      return Stream.of(Reference.of("ConfigMap", Manifest.at(volume, "configMap", "name")));
    }
    return volume.containsKey("persistentVolumeClaim")
        ? Stream.of(
            Reference.of(
                "PersistentVolumeClaim", Manifest.at(volume, "persistentVolumeClaim", "claimName")))
        : Stream.of();
  }

  private static Stream<Reference> ofContainer(Map<String, Object> container) {
    Stream<Map<String, Object>> sources =
        Stream.concat(
            Manifest.mapsIn(container.get("envFrom")).stream(),
            Manifest.mapsIn(container.get("env")).stream()
                .map(variable -> Manifest.mapIn(variable.get("valueFrom"))));
    return sources
        .flatMap(source -> source.entrySet().stream())
        .filter(source -> !source.getKey().equals("fieldRef"))
        .map(
            source -> {
              Map<String, Object> target = Manifest.mapIn(source.getValue());
              boolean secret = source.getKey().startsWith("secret");
              return new Reference(
                  secret ? "Secret" : "ConfigMap",
                  String.valueOf(target.get("name")),
                  secret ? "" : String.valueOf(target.getOrDefault("key", "")));
            });
  }

  /** A secret is made by the operator, for a user or for the cluster, or by people. */
  private static boolean isThere(Manifests manifests, Reference reference) {
    if (reference.kind().equals("Secret")) {
      return SECRETS_BY_HAND.contains(reference.name())
          || manifests.has("KafkaUser", reference.name())
          || manifests
              .of("Kafka")
              .anyMatch(kafka -> reference.name().equals(kafka.name() + "-cluster-ca-cert"));
    }
    return manifests
        .find(reference.kind(), reference.name())
        .filter(
            found -> reference.key().isEmpty() || found.map("data").containsKey(reference.key()))
        .isPresent();
  }

  private static Stream<String> mounts(Manifest manifest) {
    Set<Object> volumes =
        manifest
            .pods()
            .flatMap(pod -> Manifest.mapsIn(pod.get("volumes")).stream())
            .map(volume -> volume.get("name"))
            .collect(Collectors.toSet());
    return manifest
        .containers()
        .flatMap(container -> Manifest.mapsIn(container.get("volumeMounts")).stream())
        .map(mount -> mount.get("name"))
        .filter(name -> !volumes.contains(name))
        .map(name -> "%s: mounts %s, which is no volume".formatted(manifest.title(), name));
  }
}
