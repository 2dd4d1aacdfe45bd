package io.scarlet.cli.io;

import io.scarlet.request.RequestRefused;
import io.scarlet.request.Written;
import io.scarlet.request.io.RequestYaml;
import java.util.List;

/**
 * One setting that the option {@code --set} changes.
 *
 * @param path keys from the request to the setting
 * @param value of it
 */
public record Assignment(List<String> path, Written value) {

  /**
   * Reads one.
   *
   * @param text the dotted path of the setting, an equals sign, and its value as YAML
   * @throws RequestRefused where it is none
   */
  public static Assignment of(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new RequestRefused(
          "--set %s: write key=value, training.epochs=4 for instance".formatted(text));
    }
    return new Assignment(
        List.of(text.substring(0, equals).strip().split("\\.", -1)),
        RequestYaml.value("--set " + text, text.substring(equals + 1)));
  }
}
