package io.scarlet.request.io;

import io.scarlet.request.Place;
import io.scarlet.request.RequestRefused;
import io.scarlet.request.Written;
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
 * @param folder where relative paths start; empty where no file may be named
 */
public record SpaceText(Optional<Path> folder) {

  /** For what is written on this machine: files may be named. */
  public static SpaceText in(Path folder) {
    return new SpaceText(Optional.of(folder));
  }

  /** For what comes from elsewhere: presets may be named, and no file is read. */
  public static SpaceText presetsOnly() {
    return new SpaceText(Optional.empty());
  }

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

  /**
   * The text of the space that a person named on the command line: a preset, a file that holds a
   * space, or a file that holds a request.
   *
   * @throws RequestRefused where there is no such space, or it cannot be used
   */
  public String describedBy(String name) {
    Optional<Path> file = file(name);
    if (Presets.yaml(name).isEmpty() && file.isPresent()) {
      Path found = file.get();
      Written.Mapping written = RequestYaml.mapping(found.toString(), TextFile.read(found));
      Written space = written.entries().get("space");
      if (space != null) {
        return in(found.toAbsolutePath().getParent()).resolve(space).text();
      }
    }
    return found(new Place("describe " + name), name);
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
    return scalar.text().contains("\n")
        ? checked(scalar.place(), "", scalar.text())
        : found(scalar.place(), scalar.text());
  }

  private String found(Place place, String name) {
    Optional<String> preset = Presets.yaml(name);
    if (preset.isPresent()) {
      return preset.get();
    }
    Optional<Path> file = file(name);
    if (file.isPresent()) {
      return checked(place, file.get() + ", ", TextFile.read(file.get()));
    }
    throw place.refuse(
        "there is no space '%s'%s%s The presets are %s"
            .formatted(
                name,
                folder.isPresent() ? ", neither a preset nor a file" : "",
                NearestName.question(name, Presets.names()),
                String.join(", ", Presets.names())));
  }

  private Optional<Path> file(String name) {
    return folder.map(start -> start.resolve(name)).filter(Files::isRegularFile);
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
