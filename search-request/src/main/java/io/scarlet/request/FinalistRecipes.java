package io.scarlet.request;

import io.scarlet.events.FinalistSettings;

/** Makes the recipe of a network that is trained by itself from what a person wrote. */
public final class FinalistRecipes {

  private static final String WHAT = "a recipe";

  private FinalistRecipes() {}

  /**
   * A recipe with defaults for what was not written.
   *
   * @param written keys are the fields of {@code FinalistSettings}
   * @throws RequestRefused where something is unknown, of the wrong type or out of range
   */
  public static FinalistSettings from(Written.Mapping written) {
    return (FinalistSettings)
        SchemaBinding.record(FinalistSettings.getClassSchema(), written, WHAT);
  }

  /**
   * The recipe of a search, with some of it changed.
   *
   * @throws RequestRefused where something is unknown, of the wrong type or out of range
   */
  public static FinalistSettings changed(FinalistSettings before, Written.Mapping written) {
    return (FinalistSettings) SchemaBinding.changed(before, written, WHAT);
  }
}
