package io.scarlet.space.io;

import io.scarlet.space.Choice;
import io.scarlet.space.blueprint.Activation;
import io.scarlet.space.blueprint.Chain;
import io.scarlet.space.blueprint.FeatureMap;
import io.scarlet.space.blueprint.InvertedBottleneck;
import io.scarlet.space.blueprint.Segment;
import io.scarlet.space.blueprint.SqueezeRule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the choices of a stage are built from their names.
 *
 * @param activation inside the blocks
 * @param squeeze for choices with squeeze-and-excite
 */
record BlockRules(Activation activation, SqueezeRule squeeze) {

  private static final Pattern BLOCK =
      Pattern.compile("e(?<expansion>(?:0|[1-9]\\d?)(?:\\.\\d*[1-9])?)k(?<kernel>[1357])(?<se>s?)");

  private static final String SKIP = "skip";
  private static final String IDENTITY = "identity";

  /** The label of an identity where the shape changes: a linear 1x1 convolution. */
  private static final String SHRUNK_IDENTITY = "conv1";

  /** What a name stands for at this place; empty for a skip where the shape changes. */
  Optional<Choice> choice(YamlValue name, FeatureMap in, int channels, int stride) {
    boolean shapeKept = stride == 1 && in.channels() == channels;
    return switch (name.text()) {
      case SKIP -> shapeKept ? Optional.of(skip(in)) : Optional.empty();
      case IDENTITY -> Optional.of(shapeKept ? skip(in) : shrunkIdentity(in, channels, stride));
      default -> Optional.of(block(name, in, channels, stride));
    };
  }

  private static Choice skip(FeatureMap in) {
    return new Choice(Choice.SKIP_LABEL, new Segment(in, List.of(), false), true);
  }

  private static Choice shrunkIdentity(FeatureMap in, int channels, int stride) {
    Segment segment =
        Chain.from(in).convolution(channels, 1, stride).batchNorm(Activation.NONE).segment();
    return new Choice(SHRUNK_IDENTITY, segment, false);
  }

  private Choice block(YamlValue name, FeatureMap in, int channels, int stride) {
    Matcher matcher = BLOCK.matcher(name.text());
    if (!matcher.matches()) {
      throw name.failure(
          "no such choice: '%s'. A choice is skip, identity, or a block such as e6k3 (expansion 6,"
                  .formatted(name.text())
              + " kernel 3) or e2.5k5s (with squeeze-and-excite)");
    }
    double expansion = Double.parseDouble(matcher.group("expansion"));
    if (expansion == 0) {
      throw name.failure("an expansion is above 0, got " + name.shown());
    }
    InvertedBottleneck block =
        new InvertedBottleneck(
            expansion,
            Integer.parseInt(matcher.group("kernel")),
            matcher.group("se").isEmpty() ? Optional.empty() : Optional.of(squeeze),
            activation);
    return new Choice(name.text(), block.segment(in, channels, stride), false);
  }
}
