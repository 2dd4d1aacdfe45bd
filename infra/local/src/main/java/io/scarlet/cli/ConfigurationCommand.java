package io.scarlet.cli;

import io.scarlet.request.ConfigurationReference;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code scarlet configuration}: every setting of a request. */
@Command(
    name = "configuration",
    description = "Lists every setting of a request with its type, default, range and meaning.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ConfigurationCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  ConfigurationCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(ConfigurationReference.markdown());
    out.flush();
    return 0;
  }
}
