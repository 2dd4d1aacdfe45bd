package io.scarlet.space.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PresetsTest {

  @Test
  void everyPresetIsNamedAsItsFile() {
    assertThat(Presets.names())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(Presets.preset(name).name()).isEqualTo(name));
  }

  @Test
  void anUnknownPresetIsRefusedWithTheNearest() {
    assertThat(Presets.yaml("scarlet-s3")).isEmpty();
    assertThatThrownBy(() -> Presets.preset("scarlet-s3"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageStartingWith("no preset 'scarlet-s3': did you mean 'scarlet-s1'? There are ");
  }
}
