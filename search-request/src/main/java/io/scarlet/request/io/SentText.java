package io.scarlet.request.io;

import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchRequested;
import io.scarlet.request.ForkWish;
import io.scarlet.request.RequestRefused;
import io.scarlet.request.SearchControls;
import io.scarlet.request.SearchRequests;
import io.scarlet.request.Written;
import java.util.List;

/**
 * What came over the network, as JSON or YAML. It is bound as a file is, but names presets only: no
 * file of this machine is read for a stranger.
 */
public final class SentText {

  private static final String LABEL = "the body";
  private static final String SPACE = "space";

  private SentText() {}

  /**
   * A request for a search.
   *
   * @throws RequestRefused with line and column where something in it cannot be used
   */
  public static SearchRequested request(String text) {
    Written.Mapping written = RequestYaml.mapping(LABEL, text);
    Written space = written.entries().get(SPACE);
    if (space == null) {
      throw written.place().refuse("a request needs the setting 'space'");
    }
    return SearchRequests.from(
        written.with(List.of(SPACE), SpaceText.presetsOnly().resolve(space)));
  }

  /**
   * A request for a fork.
   *
   * @throws RequestRefused with line and column where it is none
   */
  public static ForkWish fork(String text) {
    return ForkWish.from(RequestYaml.mapping(LABEL, text));
  }

  /**
   * A request to pause, resume or stop a search.
   *
   * @throws RequestRefused with line and column where something in it cannot be used
   */
  public static SearchControlled control(String searchId, String text) {
    return SearchControls.from(searchId, RequestYaml.mapping(LABEL, text));
  }
}
