package io.scarlet.supernet.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class InstalledBackendsTest {

  private static final BackendProvider FAST =
      provider("cpu", Availability.yes("it has 512-bit vectors"));
  private static final BackendProvider LAME =
      provider("cpu", Availability.no("it has 128-bit vectors only"));
  private static final BackendProvider PORTABLE =
      provider("portable", Availability.yes("ND4J is in this build"));

  private static BackendProvider provider(String name, Availability availability) {
    return new BackendProvider() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Availability availability() {
        return availability;
      }

      @Override
      public Backend create(int threads) {
        throw new UnsupportedOperationException("nothing is computed here");
      }
    };
  }

  private static InstalledBackends build(BackendProvider... providers) {
    return new InstalledBackends(List.of(providers));
  }

  @Test
  void autoTakesTheProcessorWhateverTheOrder() {
    var selection = build(PORTABLE, FAST).select(BackendChoice.AUTO);
    assertThat(selection.provider()).isSameAs(FAST);
    assertThat(selection.reason()).isEqualTo("chosen automatically: it has 512-bit vectors");
  }

  @Test
  void autoTakesThePortableOneWhereTheProcessorIsTooPlain() {
    assertThat(build(LAME, PORTABLE).select(BackendChoice.AUTO).provider()).isSameAs(PORTABLE);
  }

  @Test
  void autoSaysWhatToDoWhereNothingCanCompute() {
    assertThatThrownBy(() -> build(LAME).select(BackendChoice.AUTO))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessage(
            "no backend can compute here (cpu: it has 128-bit vectors only; portable: not in this"
                + " build, build with the Maven profile 'portable' (./mvnw -Pportable package), or"
                + " 'cuda' for a GPU)");
  }

  @Test
  void whatIsSetIsTakenEvenWhereAnotherIsFaster() {
    var selection = build(FAST, PORTABLE).select(BackendChoice.PORTABLE);
    assertThat(selection.provider()).isSameAs(PORTABLE);
    assertThat(selection.reason()).isEqualTo("as set: ND4J is in this build");
  }

  @Test
  void whatIsSetIsNeverReplacedByAnother() {
    assertThatThrownBy(() -> build(LAME, PORTABLE).select(BackendChoice.CPU))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessage("the backend 'cpu' cannot compute here: it has 128-bit vectors only");
  }

  @Test
  void aBuildWithoutThePortableBackendNamesTheProfile() {
    assertThatThrownBy(() -> build(FAST).select(BackendChoice.PORTABLE))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessage(
            "this build has no backend 'portable': build with the Maven profile 'portable'"
                + " (./mvnw -Pportable package), or 'cuda' for a GPU, or choose 'auto'");
  }

  @Test
  void nothingIsNoBackend() {
    assertThatThrownBy(() -> build(FAST, PORTABLE).select(BackendChoice.NONE))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessage("the backend 'none' computes nothing: choose 'auto', 'cpu' or 'portable'");
  }
}
