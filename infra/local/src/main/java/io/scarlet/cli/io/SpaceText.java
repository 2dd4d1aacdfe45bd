package io.scarlet.cli.io;

import io.scarlet.cli.request.Place;
import io.scarlet.cli.request.RequestRefused;
import io.scarlet.cli.request.Written;
import io.scarlet.space.io.NearestName;
import io.scarlet.space.io.Presets;
import io.scarlet.space.io.SearchSpaceSyntaxException;
import io.scarlet.space.io.SearchSpaceYaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the text of a search space: the name of a preset, the path of a file, the text itself, or
 * the space as keys and values within the request.
 *
 * @param folder where relative paths start
 */
public record SpaceText(Path folder) {

  /**
   * The text, checked.
   *
   * @return one scalar at the place of what was written
   * @throws RequestRefused where there is no such space, or it cannot be used
   */
  public Written.Scalar resolve(Written written) {
    String text =
        switch (written) {
          case Written.Mapping mapping -> inline(mapping);
          case Written.Scalar scalar -> named(scalar);
          case Written.Sequence list ->
              throw list.place()
                  .refuse("'space' is the name of a preset, a file, or keys and values");
        };
    return new Written.Scalar(written.place(), text, true);
  }

  private static String inline(Written.Mapping mapping) {
    try {
      SearchSpaceYaml.read(mapping.source());
    } catch (SearchSpaceSyntaxException wrong) {
      throw new RequestRefused("in the space of the request, " + wrong.getMessage());
    }
    return mapping.source().replaceFirst("^\\n+", "").stripTrailing().stripIndent() + "\n";
  }

  private String named(Written.Scalar scalar) {
    if (scalar.text().contains("\n")) {
      return checked(scalar.place(), "", scalar.text());
    }
    Optional<String> preset = Presets.yaml(scalar.text());
    if (preset.isPresent()) {
      return preset.get();
    }
    Path file = folder.resolve(scalar.text());
    if (Files.isRegularFile(file)) {
      return checked(scalar.place(), file + ", ", TextFile.read(file));
    }
    throw scalar
        .place()
        .refuse(
            "there is no space '%s', neither a preset nor a file: did you mean '%s'? The presets are %s"
                .formatted(
                    scalar.text(),
                    NearestName.of(scalar.text(), Presets.names()),
                    String.join(", ", Presets.names())));
  }

  private static String checked(Place place, String file, String yaml) {
    try {
      SearchSpaceYaml.read(yaml);
      return yaml;
    } catch (SearchSpaceSyntaxException wrong) {
      throw place.refuse(file + wrong.getMessage());
    }
  }
}
