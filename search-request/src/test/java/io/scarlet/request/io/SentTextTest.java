package io.scarlet.request.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.events.ControlAction;
import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchRequested;
import io.scarlet.request.RequestRefused;
import io.scarlet.space.io.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentTextTest {

  @Test
  void json_and_yaml_of_the_same_request_give_the_same_search() {
    SearchRequested json =
        SentText.request(
            """
            {"name": "mine", "seed": 3, "space": "fashion-quick", "training": {"epochs": 4}}
            """);

    assertThat(json)
        .isEqualTo(
            SentText.request("name: mine\nseed: 3\nspace: fashion-quick\ntraining: {epochs: 4}\n"));
    assertThat(json.getSearchId()).startsWith("mine-");
    assertThat(json.getTraining().getEpochs()).isEqualTo(4);
    assertThat(json.getSpace()).isEqualTo(Presets.yaml("fashion-quick").orElseThrow());
  }

  @Test
  void a_file_is_never_read() {
    assertThatThrownBy(() -> SentText.request("{\"name\": \"a\", \"space\": \"pom.xml\"}"))
        .isInstanceOf(RequestRefused.class)
        .hasMessageContaining("there is no space 'pom.xml'. The presets are fashion-quick")
        .hasMessageNotContaining("file");
  }

  @Test
  void a_control_has_an_action_and_perhaps_a_reason() {
    assertThat(SentText.control("s1", "{\"action\": \"pause\"}"))
        .isEqualTo(new SearchControlled("s1", ControlAction.PAUSE, ""));
    assertThat(SentText.control("s1", "{\"action\": \"STOP\", \"reason\": \"seen enough\"}"))
        .isEqualTo(new SearchControlled("s1", ControlAction.STOP, "seen enough"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"action": "halt"}                      | 'action' is one of PAUSE, RESUME, STOP, got 'halt'
          {"reason": "why"}                       | a control needs the setting 'action'
          {"action": "stop", "reson": "why"}      | has no setting 'reson': did you mean 'reason'?
          {"action": "stop", "searchId": "other"} | the address names the search: leave out 'searchId'
          {"action": "stop", "reason": "a\\nb"}   | 'reason' is one line of at most 200 characters
          """)
  void a_control_that_cannot_be_understood_is_refused(String text, String message) {
    assertThatThrownBy(() -> SentText.control("s1", text))
        .isInstanceOf(RequestRefused.class)
        .hasMessageStartingWith("the body, line 1, column ")
        .hasMessageContaining(message);
  }
}
