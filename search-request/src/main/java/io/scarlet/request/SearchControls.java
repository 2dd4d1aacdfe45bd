package io.scarlet.request;

import io.scarlet.events.SearchControlled;
import java.util.List;

/** Makes the event that steers a search from what a person wrote. */
public final class SearchControls {

  private static final String ID = "searchId";
  private static final String REASON = "reason";

  /** A reason is one line on a terminal, and stays on the log for ever. */
  private static final int LONGEST_REASON = 200;

  private SearchControls() {}

  /**
   * The event.
   *
   * @param searchId of the search
   * @param written {@code action}, and a {@code reason} if there is one
   * @throws RequestRefused where something is unknown, of the wrong type or missing
   */
  public static SearchControlled from(String searchId, Written.Mapping written) {
    if (written.keys().containsKey(ID)) {
      throw written.keys().get(ID).refuse("the address names the search: leave out '" + ID + "'");
    }
    Written.Mapping whole =
        written.with(List.of(ID), new Written.Scalar(written.place(), searchId, true));
    SearchControlled control =
        (SearchControlled)
            SchemaBinding.record(SearchControlled.getClassSchema(), whole, "a control");
    if (control.getReason().length() > LONGEST_REASON
        || control.getReason().chars().anyMatch(Character::isISOControl)) {
      throw whole
          .keys()
          .get(REASON)
          .refuse("'%s' is one line of at most %d characters".formatted(REASON, LONGEST_REASON));
    }
    return control;
  }
}
