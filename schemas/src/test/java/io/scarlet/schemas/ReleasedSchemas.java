package io.scarlet.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The schemas of each version: {@code src/test/resources/released/<version>/<record>.avsc}. They
 * are what journals hold. Those of a version that is released are never edited; a release writes
 * its folder by {@link #main}. Until then the newest folder has each event as it first was.
 */
final class ReleasedSchemas {

  private static final Path FOLDER = Path.of("src/test/resources/released");

  private ReleasedSchemas() {}

  /** Writes the current schemas as those of a release, whose version is the argument. */
  static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(FOLDER.resolve(arguments[0]));
    for (Schema schema : current().values()) {
      Files.writeString(folder.resolve(schema.getName() + ".avsc"), schema.toString(true) + "\n");
    }
  }

  /** Every record that lies on a topic, by full name. */
  static Map<String, Schema> current() {
    Map<String, Schema> current = new LinkedHashMap<>();
    TopicCatalogue.all().stream()
        .flatMap(topic -> topic.values().stream())
        .forEach(schema -> current.put(schema.getFullName(), schema));
    return current;
  }

  /** The names of the folders. */
  static List<String> versions() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  /** The schemas of one release. */
  static List<Schema> of(String version) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(version))) {
      return files.sorted().map(ReleasedSchemas::read).toList();
    }
  }

  private static Schema read(Path file) {
    try {
      return new Schema.Parser().parse(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
