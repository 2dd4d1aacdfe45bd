package io.scarlet.evolver.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scarlet.evolver.access.AccessSettings.Reads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyTest {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final boolean LOOPBACK = true;
  private static final boolean ANYWHERE = false;

  @Test
  void whoever_asks_for_a_change_shows_the_token() {
    AccessPolicy policy = new AccessPolicy(with(TOKEN, Reads.OPEN), LOOPBACK);

    assertThat(policy.refusal(asked("POST").bearing("Bearer " + TOKEN))).isEmpty();
    assertThat(policy.refusal(asked("DELETE").bearing("bearer " + TOKEN))).isEmpty();
    assertThat(policy.refusal(asked("POST").request()))
        .contains(
            new Refusal.Unauthorized(
                "this needs the token of the evolver: send Authorization: Bearer TOKEN",
                "Bearer realm=\"scarlet\""));
    assertThat(policy.refusal(asked("GET").request())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer ",
        "Bearer 0123456789abcdef",
        "Bearer 0123456789abcdef0123456789abcdeg",
        "Bearer 0123456789abcdef0123456789abcdef0",
        "Bearer 0123456789ABCDEF0123456789ABCDEF"
      })
  void another_token_is_refused(String shown) {
    AccessPolicy policy = new AccessPolicy(with(TOKEN, Reads.OPEN), LOOPBACK);

    assertThat(policy.refusal(asked("POST").bearing(shown)))
        .contains(
            new Refusal.Unauthorized(
                "this is not the token of the evolver",
                "Bearer realm=\"scarlet\", error=\"invalid_token\""));
  }

  @Test
  void the_token_shown_otherwise_is_no_token() {
    AccessPolicy policy = new AccessPolicy(with(TOKEN, Reads.OPEN), LOOPBACK);

    assertThat(policy.refusal(asked("POST").bearing("Basic " + TOKEN))).isPresent();
    assertThat(policy.refusal(asked("POST").bearing(TOKEN))).isPresent();
  }

  @Test
  void looking_on_needs_the_token_where_that_is_set() {
    AccessPolicy policy = new AccessPolicy(with(TOKEN, Reads.TOKEN), ANYWHERE);

    assertThat(policy.refusal(asked("GET").request())).isPresent();
    assertThat(policy.refusal(asked("GET").bearing("Bearer " + TOKEN))).isEmpty();
  }

  @Test
  void without_a_token_changes_are_taken_on_loopback_only() {
    AccessSettings none =
        new Settings(Optional.empty(), Optional.empty(), Reads.OPEN, Optional.empty());

    assertThat(new AccessPolicy(none, LOOPBACK).refusal(asked("POST").request())).isEmpty();
    assertThat(new AccessPolicy(none, ANYWHERE).refusal(asked("GET").request())).isEmpty();
    assertThat(new AccessPolicy(none, ANYWHERE).refusal(asked("POST").request()))
        .contains(
            new Refusal.Forbidden(
                "the evolver has no token, so it takes no changes: set scarlet.access.token-file"));
    assertThat(new AccessPolicy(none, ANYWHERE).refusesAllWrites()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "https://127.0.0.1", "null", "not an address"})
  void a_page_of_another_site_asks_for_no_change_even_with_the_token(String origin) {
    AccessPolicy policy = new AccessPolicy(with(TOKEN, Reads.OPEN), LOOPBACK);

    assertThat(policy.refusal(asked("POST").from(origin)))
        .contains(new Refusal.Forbidden("a page of another site, " + origin + ", asks"));
    assertThat(policy.refusal(asked("POST").from("http://127.0.0.1:8080"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example"})
  void on_loopback_another_name_that_leads_here_is_not_answered(String host) {
    AccessPolicy policy = new AccessPolicy(with(TOKEN, Reads.OPEN), LOOPBACK);

    assertThat(policy.refusal(asked("GET").of(host))).containsInstanceOf(Refusal.Forbidden.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]", "[::1]:8080"})
  void loopback_has_its_names(String host) {
    AccessPolicy policy = new AccessPolicy(with(TOKEN, Reads.OPEN), LOOPBACK);

    assertThat(policy.refusal(asked("GET").of(host))).isEmpty();
  }

  @Test
  void names_can_be_set() {
    AccessSettings named =
        new Settings(
            Optional.of(TOKEN),
            Optional.empty(),
            Reads.OPEN,
            Optional.of(List.of("Scarlet.example")));
    AccessPolicy policy = new AccessPolicy(named, ANYWHERE);

    assertThat(policy.refusal(asked("GET").of("scarlet.example:443"))).isEmpty();
    assertThat(policy.refusal(asked("GET").of("10.0.0.1"))).isPresent();
  }

  @Test
  void the_token_may_lie_in_a_file(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    AccessSettings inFile =
        new Settings(Optional.empty(), Optional.of(file), Reads.OPEN, Optional.empty());

    assertThat(new AccessPolicy(inFile, ANYWHERE).refusal(asked("POST").bearing("Bearer " + TOKEN)))
        .isEmpty();
    assertThatThrownBy(
            () ->
                new AccessPolicy(
                    new Settings(
                        Optional.of(TOKEN), Optional.of(file), Reads.OPEN, Optional.empty()),
                    ANYWHERE))
        .hasMessageEndingWith("set scarlet.access.token or scarlet.access.token-file, not both");
    Files.delete(file);
    assertThatThrownBy(() -> new AccessPolicy(inFile, ANYWHERE))
        .hasMessageContaining("cannot read scarlet.access.token-file " + file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "0123456789abcdef 0123456789abcdef", "ümlaut0123456789abcdef"})
  void what_is_short_or_cannot_be_sent_is_no_token_and_is_not_shown(String text) {
    assertThatThrownBy(() -> new AccessPolicy(with(text, Reads.OPEN), ANYWHERE))
        .hasMessageContaining("expected 16 to 1024 letters")
        .hasMessageNotContaining(text);
  }

  private record Settings(
      Optional<String> token, Optional<Path> tokenFile, Reads reads, Optional<List<String>> hosts)
      implements AccessSettings {}

  private static AccessSettings with(String token, Reads reads) {
    return new Settings(Optional.of(token), Optional.empty(), reads, Optional.empty());
  }

  private static Request asked(String method) {
    return new Request(method);
  }

  /** A request to {@code 127.0.0.1:8080}, unless it says otherwise. */
  private record Request(String method) {

    private static final String HOST = "127.0.0.1:8080";

    Asked request() {
      return new Asked(method, Optional.of(HOST), Optional.empty(), Optional.empty());
    }

    Asked bearing(String authorization) {
      return new Asked(method, Optional.of(HOST), Optional.empty(), Optional.of(authorization));
    }

    Asked from(String origin) {
      return new Asked(
          method, Optional.of(HOST), Optional.of(origin), Optional.of("Bearer " + TOKEN));
    }

    Asked of(String host) {
      return new Asked(method, Optional.of(host), Optional.empty(), Optional.empty());
    }
  }
}
