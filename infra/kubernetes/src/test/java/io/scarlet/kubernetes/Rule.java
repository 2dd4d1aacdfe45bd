package io.scarlet.kubernetes;

import java.util.List;
import java.util.stream.Stream;

/** Something that manifests must be. */
interface Rule {

  /** All of them. */
  List<Rule> ALL =
      List.of(
          new TypeRule(),
          new TopicRule(),
          new UserRule(),
          new PodSecurityRule(),
          new ProbeRule(),
          new ReferenceRule(),
          new SelectorRule(),
          new EnvironmentRule(),
          new TokenRule(),
          new StoreRule(),
          new RegistryRule(),
          new NetworkRule(),
          new DisruptionRule(),
          new ImageRule(),
          new ScrapeRule(),
          new ScalingRule());

  /** What is wrong, each in one line that names the object; none where all is right. */
  Stream<String> faults(Manifests manifests);

  /** What any rule finds wrong. */
  static List<String> faultsOf(Manifests manifests) {
    return ALL.stream().flatMap(rule -> rule.faults(manifests)).toList();
  }
}
