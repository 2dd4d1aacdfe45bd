package io.scarlet.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Images of this project have the tag that its build gives them. */
final class ImageRule implements Rule {

  /** Of this project, and so of its images. */
  static final String VERSION = version();

  private static final Pattern OURS = Pattern.compile("(?:.*/)?scarlet/[a-z-]+:(.+)");

  @Override
  public Stream<String> faults(Manifests manifests) {
    return manifests.inContainers(
        (_, container) ->
            Stream.of(String.valueOf(container.get("image")))
                .filter(ImageRule::isAnother)
                .map(image -> "%s is not the build's %s".formatted(image, VERSION)));
  }

  private static boolean isAnother(String image) {
    return OURS.matcher(image).results().anyMatch(found -> !found.group(1).equals(VERSION));
  }

  private static String version() {
    try {
      String pom = Files.readString(Manifests.FOLDER.resolve("pom.xml"));
      return Pattern.compile("<parent>.*?<version>(.*?)</version>", Pattern.DOTALL)
          .matcher(pom)
          .results()
          .map((MatchResult found) -> found.group(1))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
