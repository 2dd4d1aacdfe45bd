package io.scarlet.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What {@code kubectl apply -k} would apply, made by kubectl, which needs no cluster for that. */
final class Kustomize {

  private Kustomize() {}

  /** Whether there is a kubectl on the path. */
  static boolean isThere() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
  }

  /**
   * The objects of an overlay.
   *
   * @throws IOException with kubectl's own words, where it refuses
   */
  static Manifests build(Path folder) throws IOException, InterruptedException {
    Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString()).start();
    kubectl.getOutputStream().close();
    String built = new String(kubectl.getInputStream().readAllBytes(), UTF_8);
    String complaint = new String(kubectl.getErrorStream().readAllBytes(), UTF_8);
    if (kubectl.waitFor() != 0) {
      throw new IOException(complaint);
    }
    return Manifests.parse(built);
  }
}
