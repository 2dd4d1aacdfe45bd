package io.scarlet.kubernetes;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whoever reads or writes weights knows the store. Where that is a folder, it is on a volume that
 * all of them mount, and who only reads cannot write it.
 */
final class StoreRule implements Rule {

  static final String STORE = "SCARLET_STORE_URL";

  /** Who writes weights. */
  static final String WRITER = "trainer";

  @Override
  public Stream<String> faults(Manifests manifests) {
    return manifests.inContainers(
        (owner, container) ->
            Program.of(container).settings().contains(STORE)
                ? faults(manifests, owner, container)
                : Stream.of());
  }

  private static Stream<String> faults(
      Manifests manifests, Manifest owner, Map<String, Object> container) {
    Optional<String> store = Environment.of(manifests, container).value(STORE);
    if (store.isEmpty()) {
      return Stream.of("gets no " + STORE);
    }
    URI url = URI.create(store.get());
    return "file".equals(url.getScheme())
        ? folderFaults(owner, container, url.getPath())
        : Stream.of();
  }

  private static Stream<String> folderFaults(
      Manifest owner, Map<String, Object> container, String folder) {
    List<Map<String, Object>> mounts =
        Manifest.mapsIn(container.get("volumeMounts")).stream()
            .filter(mount -> folder.equals(mount.get("mountPath")))
            .toList();
    if (mounts.isEmpty()) {
      return Stream.of("has no volume at " + folder);
    }
    return mounts.stream()
        .flatMap(
            mount ->
                Stream.concat(
                    isShared(owner, mount.get("name"))
                        ? Stream.of()
                        : Stream.of("has what is at %s for itself".formatted(folder)),
                    mayWrite(container) || Boolean.TRUE.equals(mount.get("readOnly"))
                        ? Stream.of()
                        : Stream.of("reads what is at %s and may write it".formatted(folder))));
  }

  private static boolean mayWrite(Map<String, Object> container) {
    return WRITER.equals(container.get("name"));
  }

  private static boolean isShared(Manifest owner, Object volume) {
    return owner
        .pods()
        .flatMap(pod -> Manifest.mapsIn(pod.get("volumes")).stream())
        .filter(each -> each.get("name").equals(volume))
        .anyMatch(each -> each.containsKey("persistentVolumeClaim"));
  }
}
