package io.scarlet.kubernetes;

import static io.scarlet.kubernetes.Change.remove;
import static io.scarlet.kubernetes.Change.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake in manifests that are right otherwise is found, and by its name. */
class BrokenManifestsTest {

  private static final String POD = "spec.template.spec.";
  private static final String CONTAINER = POD + "containers.0.";

  static Stream<Arguments> mistakes() {
    return Stream.of(
            types(), log(), security(), references(), settings(), network(), scaling(), scraping())
        .flatMap(some -> some);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aMistakeIsFound(Change mistake, String complaint) {
    Manifests manifests = ManifestsTest.asWritten();
    mistake.apply(manifests);
    assertThat(Rule.faultsOf(manifests)).isNotEmpty().anyMatch(each -> each.contains(complaint));
  }

  private static Stream<Arguments> types() {
    return Stream.of(
        arguments(set("Deployment", "trainer", "spec.replica", 1), "\"replica\""),
        arguments(set("Kafka", "log", "spec.kafka.replicas", 3), "\"replicas\""),
        arguments(set("ScaledObject", "evaluator", "spec.maxReplicas", 3), "\"maxReplicas\""),
        arguments(set("Deployment", "trainer", "spec.replicas", "one"), "Deployment trainer"),
        arguments(set("Deployment", "trainer", "spec.replicas", "1"), "Deployment trainer"),
        arguments(set("ConfigMap", "store", "data.AWS_REGION", 7), "ConfigMap store"),
        arguments(set("Kafka", "log", "apiVersion", "kafka.strimzi.io/v1beta2"), "unknown kind"));
  }

  private static Stream<Arguments> log() {
    return Stream.of(
        arguments(set("KafkaTopic", "nas-scores", "spec.partitions", 8), "8 partitions"),
        arguments(
            set("KafkaTopic", "nas-models", "spec.config", Map.of("cleanup.policy", "compact")),
            "a journal has"),
        arguments(set("KafkaTopic", "nas-searches", "metadata.name", "nas-serches"), "is missing"),
        arguments(
            set("KafkaTopic", "kafkasql-journal", "spec.config", Map.of()), "topics are journals"),
        arguments(
            set(
                "KafkaUser",
                "evaluator",
                "spec.authorization.acls.0.operations",
                List.of("Read", "DescribeConfigs", "Delete")),
            "more than the catalogue gives: topic literal nas-candidates Delete"),
        arguments(
            set("KafkaUser", "trainer", "spec.authorization.acls.0.operations", List.of("Read")),
            "lacks topic literal nas-searches DescribeConfigs"),
        arguments(
            set("KafkaUser", "registry", "spec.authorization.acls.0.resource.name", "nas-"),
            "may change journals"),
        arguments(
            set("KafkaUser", "scaler", "spec.authorization.acls.0.resource.type", "cluster"),
            "may change journals"));
  }

  private static Stream<Arguments> security() {
    String context = CONTAINER + "securityContext.";
    return Stream.of(
        arguments(set("Deployment", "evolver", context + "privileged", true), "privileged"),
        arguments(
            set("Deployment", "evolver", context + "readOnlyRootFilesystem", false),
            "readOnlyRootFilesystem"),
        arguments(
            remove("Deployment", "trainer", POD + "initContainers.0.securityContext.capabilities"),
            "container schemas: securityContext.capabilities.drop"),
        arguments(
            remove("Deployment", "registry", POD + "securityContext.runAsNonRoot"), "runAsNonRoot"),
        arguments(set("Deployment", "evolver", POD + "hostNetwork", true), "hostNetwork"),
        arguments(
            remove("Deployment", "evaluator", POD + "automountServiceAccountToken"), "automount"),
        arguments(
            remove("Deployment", "evaluator", CONTAINER + "resources.limits.memory"), "memory"));
  }

  private static Stream<Arguments> references() {
    return Stream.of(
        arguments(set("Deployment", "trainer", POD + "serviceAccountName", "root"), "root"),
        arguments(
            set("Deployment", "trainer", CONTAINER + "envFrom.0.configMapRef.name", "lgo"),
            "no ConfigMap lgo"),
        arguments(
            set("Deployment", "trainer", POD + "volumes.1.secret.secretName", "ca"),
            "no Secret ca"),
        arguments(
            set("Deployment", "trainer", CONTAINER + "volumeMounts.0.name", "temp"), "mounts temp"),
        arguments(
            set("Deployment", "trainer", CONTAINER + "env.0.name", "KAFKA_SSL_KEYSTORE_PASWORD"),
            "KAFKA_SSL_KEYSTORE_PASWORD is no setting"),
        arguments(
            set("ConfigMap", "store", "data.SCARLET_STORE_URI", "file:/x"),
            "SCARLET_STORE_URI is no setting"),
        arguments(
            set("Deployment", "registry", CONTAINER + "env.0.name", "APICURIO_STORAGE"),
            "APICURIO_STORAGE is no setting"),
        arguments(
            set("Deployment", "evolver", CONTAINER + "livenessProbe.httpGet.path", "/live"),
            "livenessProbe asks /live"),
        arguments(
            set("Deployment", "evolver", CONTAINER + "ports.0.name", "web"), "which there is not"),
        arguments(
            set("Service", "evolver", "spec.selector", Map.of("app", "evolver")), "no pod has"),
        arguments(
            set("PodDisruptionBudget", "evaluator", "spec.selector.matchLabels", Map.of("a", "b")),
            "no pod has"),
        arguments(
            set("Deployment", "evolver", "spec.template.metadata.labels", Map.of("a", "b")),
            "not its own"),
        arguments(
            set(
                "NetworkPolicy",
                "into-the-evolver",
                "spec.podSelector.matchLabels",
                Map.of("a", "b")),
            "no pod has"),
        arguments(
            set(
                "Ingress",
                "evolver",
                "spec.rules.0.http.paths.0.backend.service.name",
                "evolution"),
            "no Service evolution"));
  }

  private static Stream<Arguments> settings() {
    return Stream.of(
        arguments(
            set("Deployment", "evolver", CONTAINER + "env.1.name", "KAFKA_CLIENT_ID"),
            "without a secret as SCARLET_ACCESS_TOKEN"),
        arguments(
            set("Deployment", "evolver", CONTAINER + "envFrom", List.of()),
            "Deployment evolver: gets no SCARLET_STORE_URL"),
        arguments(
            set("ConfigMap", "store", "data.SCARLET_STORE_URL", "file:/x"),
            "Deployment evolver: has no volume at /x"),
        arguments(
            set("ConfigMap", "store", "data.SCARLET_STORE_URL", "file:/tmp"),
            "Deployment evolver: has what is at /tmp for itself"),
        arguments(
            set("ConfigMap", "store", "data.SCARLET_STORE_URL", "file:/tmp"),
            "Deployment evolver: reads what is at /tmp and may write it"),
        arguments(
            set("Deployment", "trainer", CONTAINER + "env.0.name", "SCARLET_REGISTRY_PASSWORD"),
            "Deployment trainer: schemas are registered by"),
        arguments(
            set("Deployment", "trainer", POD + "initContainers.0.envFrom", List.of()),
            "Deployment trainer: schemas are registered by {}"),
        arguments(
            set("Deployment", "evolver", CONTAINER + "image", "example.org/scarlet/evolver:0.0.1"),
            "example.org/scarlet/evolver:0.0.1 is not the build's"));
  }

  private static Stream<Arguments> network() {
    String into = "into-the-registry";
    return Stream.of(
        arguments(
            set("NetworkPolicy", "nothing-else", "spec.policyTypes", List.of("Ingress")),
            "Deployment registry: no policy closes its pods"),
        arguments(
            set("NetworkPolicy", "nothing-else", "spec.egress", List.of(Map.of())),
            "Deployment trainer: no policy closes its pods"),
        arguments(
            remove("NetworkPolicy", into, "spec.ingress.0.from"),
            "lets others than services ask the registry"),
        arguments(
            set("NetworkPolicy", into, "spec.ingress.0.from.0.podSelector", Map.of()),
            "lets others than services ask the registry"),
        arguments(
            set("NetworkPolicy", into, "spec.ingress.0.from.0.namespaceSelector", Map.of()),
            "lets others than services ask the registry"));
  }

  private static Stream<Arguments> scaling() {
    return Stream.of(
        arguments(set("ScaledObject", "evaluator", "spec.maxReplicaCount", 100), "48 partitions"),
        arguments(
            set("ScaledObject", "evaluator", "spec.scaleTargetRef.name", "evaluators"),
            "no Deployment evaluators"),
        arguments(
            set("ScaledObject", "evaluator", "spec.triggers.0.metadata.consumerGroup", "trainers"),
            "scales by group trainers"),
        arguments(set("Deployment", "evaluator", "spec.replicas", 4), "a number of its own"),
        arguments(
            set("PodDisruptionBudget", "evaluator", "spec.maxUnavailable", 1),
            "lets 1 of 1 pods go, so it guards none"));
  }

  private static Stream<Arguments> scraping() {
    String endpoint = "spec.podMetricsEndpoints.0.";
    return Stream.of(
        arguments(
            set(
                "PodMonitor",
                "scarlet",
                "spec.selector",
                Map.of("matchLabels", Map.of("app.kubernetes.io/part-of", "scarlet"))),
            "scrapes the jobs [scarlet-evaluator, scarlet-evolver, scarlet-registry,"),
        arguments(
            remove("PodMonitor", "scarlet", endpoint + "relabelings.0.replacement"),
            "scrapes the jobs [evaluator, evolver, trainer]"),
        arguments(
            remove("PodMonitor", "scarlet", endpoint + "relabelings"),
            "scrapes the jobs [scarlet], not"),
        arguments(
            set("PodMonitor", "scarlet", endpoint + "port", "web"),
            "pods of evolver have no port web"),
        arguments(
            remove("PodMonitor", "scarlet", "spec.namespaceSelector"),
            "looks in null, pods are in [scarlet]"),
        arguments(set("PodMonitor", "scarlet", endpoint + "targetPort", 1), "\"targetPort\""));
  }
}
