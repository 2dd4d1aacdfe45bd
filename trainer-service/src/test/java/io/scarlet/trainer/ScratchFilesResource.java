package io.scarlet.trainer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Gives a {@code @QuarkusTest} an artifact store and some pictures, gone afterwards. */
public final class ScratchFilesResource implements QuarkusTestResourceLifecycleManager {

  private Path folder = Path.of("unused");

  /** Called by Quarkus. */
  public ScratchFilesResource() {}

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("scarlet-trainer-");
      TinyPictures.write(Files.createDirectory(folder.resolve("pictures")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "scarlet.store.url", folder.resolve("store").toUri().toString(),
        "test.pictures", folder.resolve("pictures").toString());
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
