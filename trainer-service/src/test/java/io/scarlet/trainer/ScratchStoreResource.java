package io.scarlet.trainer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Gives a {@code @QuarkusTest} an artifact store that is gone afterwards. */
public final class ScratchStoreResource implements QuarkusTestResourceLifecycleManager {

  private Path folder = Path.of("unused");

  /** Called by Quarkus. */
  public ScratchStoreResource() {}

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("scarlet-store-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of("scarlet.store.url", folder.toUri().toString());
  }

  @Override
  public void stop() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
