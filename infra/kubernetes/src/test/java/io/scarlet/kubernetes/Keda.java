package io.scarlet.kubernetes;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;

/**
 * What is used of KEDA's kinds, whose types no library on Maven Central has. A field that is not
 * listed here may exist all the same: add it after a look at KEDA's definition.
 */
final class Keda {

  private Keda() {}

  /** {@code keda.sh/v1alpha1}. */
  record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Scaling spec) {}

  /** What is scaled, between which numbers and by what. */
  record Scaling(
      @JsonProperty(required = true) Target scaleTargetRef,
      Integer pollingInterval,
      Integer cooldownPeriod,
      Integer minReplicaCount,
      Integer maxReplicaCount,
      @JsonProperty(required = true) List<Trigger> triggers) {}

  /** A Deployment where no kind is named. */
  record Target(String apiVersion, String kind, String name) {}

  /** Its metadata are the scaler's settings, all of them texts. */
  record Trigger(
      String type, String name, Map<String, String> metadata, Authentication authenticationRef) {}

  /** A TriggerAuthentication where no kind is named. */
  record Authentication(String kind, String name) {}

  /** {@code keda.sh/v1alpha1}. */
  record TriggerAuthentication(
      String apiVersion, String kind, ObjectMeta metadata, Credentials spec) {}

  /** Parameters of a scaler that lie in secrets. */
  record Credentials(List<FromSecret> secretTargetRef) {}

  /** One of them. */
  record FromSecret(String parameter, String name, String key) {}
}
