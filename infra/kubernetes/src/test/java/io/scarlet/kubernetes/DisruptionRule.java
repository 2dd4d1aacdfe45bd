package io.scarlet.kubernetes;

import java.util.stream.Stream;

/** Who guards pods against being evicted leaves some of them. */
final class DisruptionRule implements Rule {

  @Override
  public Stream<String> faults(Manifests manifests) {
    return manifests
        .of("PodDisruptionBudget")
        .filter(budget -> budget.map("spec").get("maxUnavailable") instanceof Integer)
        .flatMap(
            budget ->
                manifests
                    .of("Deployment")
                    .filter(each -> selects(budget, each))
                    .filter(each -> replicas(each) <= mayGo(budget))
                    .map(
                        each ->
                            "%s: lets %d of %d pods go, so it guards none"
                                .formatted(budget.title(), mayGo(budget), replicas(each))));
  }

  private static boolean selects(Manifest budget, Manifest deployment) {
    return Selector.in(budget.map("spec", "selector")).selects(deployment.podLabels());
  }

  private static int mayGo(Manifest budget) {
    return (Integer) budget.map("spec").get("maxUnavailable");
  }

  /** One where nothing is said. */
  private static int replicas(Manifest deployment) {
    return deployment.map("spec").get("replicas") instanceof Integer number ? number : 1;
  }
}
