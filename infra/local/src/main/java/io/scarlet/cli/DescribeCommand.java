package io.scarlet.cli;

import io.scarlet.request.io.SpaceText;
import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.DescriptionJson;
import io.scarlet.space.io.DescriptionText;
import io.scarlet.space.io.SearchSpaceYaml;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code scarlet describe}: what a search space holds, or what one of its networks costs. */
@Command(
    name = "describe",
    description = "Shows a search space, or one network of it with its costs layer by layer.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DescribeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PRESET_OR_FILE",
      description = "fashion-quick, nas-bench-macro, scarlet-s1, scarlet-a, ..., or a YAML file.")
  private String source;

  @Option(
      names = "--arch",
      paramLabel = "CODE",
      description = "A network: one character a layer, or a label a layer with blanks between.")
  private Optional<String> architecture = Optional.empty();

  @Option(names = "--json", description = "One JSON object instead of tables.")
  private boolean json;

  DescribeCommand() {}

  @Override
  public Integer call() {
    SearchSpace space = SearchSpaceYaml.read(SpaceText.in(Path.of("")).describedBy(source));
    Optional<Architecture> network = architecture.map(space::parse);
    String shown =
        json
            ? network
                .map(chosen -> DescriptionJson.of(space, chosen))
                .orElseGet(() -> DescriptionJson.of(space))
            : network
                .map(chosen -> DescriptionText.of(space, chosen))
                .orElseGet(() -> DescriptionText.of(space));
    PrintWriter out = spec.commandLine().getOut();
    out.println(shown.stripTrailing());
    out.flush();
    return 0;
  }
}
