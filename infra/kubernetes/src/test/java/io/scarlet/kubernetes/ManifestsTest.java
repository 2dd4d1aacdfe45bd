package io.scarlet.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestsTest {

  private static final Path MONITOR = ScrapeRule.MONITORING.resolve("pod-monitor.yaml");

  static List<Path> overlays() {
    return Manifests.kustomizations("overlays");
  }

  static List<Path> componentsOfNoOverlay() {
    Set<Path> used =
        overlays().stream()
            .flatMap(
                overlay ->
                    Manifests.components(overlay).map(each -> overlay.resolve(each).normalize()))
            .collect(Collectors.toSet());
    return Manifests.kustomizations("components").stream()
        .filter(each -> !used.contains(each))
        .toList();
  }

  /** Every object that is there in production, before patches, and who scrapes it. */
  static Manifests asWritten() {
    Stream<Manifests> deployed =
        Stream.of("overlays/prod", "components/autoscaling")
            .map(folder -> Manifests.files(Manifests.FOLDER.resolve(folder)));
    return new Manifests(
        Stream.concat(deployed, Stream.of(Manifests.file(MONITOR)))
            .flatMap(some -> some.all().stream())
            .toList());
  }

  @Test
  void whatIsWrittenIsRight() {
    assertThat(Rule.faultsOf(asWritten())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void everyOverlayIsRight(Path overlay) throws Exception {
    assumeTrue(Kustomize.isThere(), "patches are not checked: there is no kubectl on the path");
    assertThat(Rule.faultsOf(Kustomize.build(overlay))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("componentsOfNoOverlay")
  void everyOtherComponentIsRightInProduction(Path component) throws Exception {
    assumeTrue(Kustomize.isThere(), "patches are not checked: there is no kubectl on the path");
    Path overlay = Files.createDirectories(Manifests.FOLDER.resolve("target/overlays"));
    Path with = Files.createDirectories(overlay.resolve(component.getFileName()));
    Files.writeString(
        with.resolve("kustomization.yaml"),
        "resources: [../../../overlays/prod]\ncomponents: [../../../components/%s]\n"
            .formatted(component.getFileName()));
    assertThat(Rule.faultsOf(Kustomize.build(with))).isEmpty();
  }

  @Test
  void theGuideNamesEveryOverlayEveryComponentAndEverySecretThatPeopleMake() throws Exception {
    String guide = Files.readString(Manifests.FOLDER.resolve("../../docs/kubernetes.md"));
    assertThat(overlays())
        .allSatisfy(overlay -> assertThat(guide).contains("overlays/" + overlay.getFileName()));
    assertThat(Manifests.kustomizations("components"))
        .allSatisfy(each -> assertThat(guide).contains("`" + each.getFileName() + "`"));
    assertThat(ReferenceRule.SECRETS_BY_HAND)
        .allSatisfy(secret -> assertThat(guide).contains("create secret").contains(" " + secret));
  }
}
