package io.scarlet.cli.io;

import io.scarlet.events.SearchRequested;
import io.scarlet.request.Place;
import io.scarlet.request.RequestRefused;
import io.scarlet.request.SearchRequests;
import io.scarlet.request.Written;
import io.scarlet.request.io.RequestYaml;
import io.scarlet.request.io.SpaceText;
import io.scarlet.request.io.TextFile;
import io.scarlet.supernet.data.io.DataSets;
import java.nio.file.Path;
import java.util.List;

/**
 * A request as it is put together: a preset or a file, then options that override single settings.
 *
 * @param written keys and values so far
 * @param folder where relative paths start
 */
public record SearchInput(Written.Mapping written, Path folder) {

  private static final String SPACE = "space";
  private static final String NAME = "name";
  private static final String DATA = "data";
  private static final String SET = "set";
  private static final List<String> SHIPPED = List.of(DataSets.EXCERPT, DataSets.FASHION_MNIST);

  /** A request that ships with the project. */
  public static SearchInput preset(String name) {
    return new SearchInput(RequestPresets.written(name), Path.of(""));
  }

  /** A request in a YAML file; paths within it start at its folder. */
  public static SearchInput file(Path file) {
    Written.Mapping written = RequestYaml.mapping(file.toString(), TextFile.read(file));
    Path folder = file.toAbsolutePath().getParent();
    SearchInput input = new SearchInput(written, folder);
    if (written.entries().containsKey(NAME)) {
      return input;
    }
    String stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    return input.with(List.of(NAME), new Written.Scalar(written.place(), stem, true));
  }

  /**
   * This request with one setting changed.
   *
   * @param assignment the dotted path of the setting, an equals sign, and its value as YAML
   */
  public SearchInput with(String assignment) {
    Assignment read = Assignment.of(assignment);
    return with(read.path(), read.value());
  }

  /**
   * This request with one setting changed.
   *
   * @param option as the person wrote it, for messages
   * @param path keys from the request to the setting
   * @param value plain, not YAML
   */
  public SearchInput with(String option, List<String> path, String value) {
    return with(path, new Written.Scalar(new Place(option), value, true));
  }

  /**
   * The complete request.
   *
   * @throws RequestRefused where something in it cannot be used
   */
  public SearchRequested request() {
    Written space = written.entries().get(SPACE);
    if (space == null) {
      throw written.place().refuse("a request needs the setting 'space'");
    }
    return SearchRequests.from(
        withWholePath(written.with(List.of(SPACE), SpaceText.in(folder).resolve(space))));
  }

  /** The processes run elsewhere, so a folder of pictures needs its whole path. */
  private Written.Mapping withWholePath(Written.Mapping request) {
    if (request.entries().get(DATA) instanceof Written.Mapping data
        && data.entries().get(SET) instanceof Written.Scalar set
        && !set.isNothing()
        && !SHIPPED.contains(set.text())) {
      Path pictures = folder.resolve(set.text()).toAbsolutePath().normalize();
      return request.with(
          List.of(DATA, SET), new Written.Scalar(set.place(), pictures.toString(), true));
    }
    return request;
  }

  /**
   * This request with one setting changed.
   *
   * @param path keys from the request to the setting
   */
  public SearchInput with(List<String> path, Written value) {
    return new SearchInput(written.with(path, value), folder);
  }
}
