package io.scarlet.cli;

import io.scarlet.cli.io.EvolverClient;
import io.scarlet.cli.io.StackUnavailable;
import io.scarlet.cli.stack.RunningStack;
import io.scarlet.local.StackAddresses;
import io.scarlet.local.StackToken;
import io.scarlet.local.process.ProcessFailure;
import io.scarlet.request.RequestRefused;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which stack a command speaks to. */
final class StackOptions {

  private static final String TOKEN = "SCARLET_TOKEN";

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = "scarlet-data",
      description = "The data folder of the stack. Default: scarlet-data.")
  private Path folder;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The address of a stack elsewhere, http://host:8080 for instance.")
  private Optional<URI> url = Optional.empty();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = {
        "A file with the token of the stack. Default: the environment variable SCARLET_TOKEN,",
        "or the one that ./scarlet up keeps in the data folder."
      })
  private Optional<Path> tokenFile = Optional.empty();

  StackOptions() {}

  /**
   * The stack that the person means.
   *
   * @throws StackUnavailable where none runs
   */
  RunningStack stack() {
    return find()
        .orElseThrow(
            () ->
                new StackUnavailable(
                    "no stack runs on %s: start one by ./scarlet up, or name another by --folder or"
                            .formatted(folder)
                        + " --url"));
  }

  /** The stack that the person means; empty where none runs. */
  Optional<RunningStack> find() {
    return url.or(this::here).map(address -> new RunningStack(new EvolverClient(address, token())));
  }

  private Optional<String> token() {
    return tokenFile
        .map(StackOptions::read)
        .or(() -> Optional.ofNullable(System.getenv(TOKEN)).filter(text -> !text.isBlank()))
        .or(() -> url.isPresent() ? Optional.empty() : StackToken.of(folder));
  }

  private static String read(Path file) {
    return StackToken.read(file)
        .orElseThrow(() -> new RequestRefused("cannot read the token in %s".formatted(file)));
  }

  private Optional<URI> here() {
    try {
      return Optional.of(StackAddresses.of(folder).dashboard());
    } catch (ProcessFailure none) {
      return Optional.empty();
    }
  }

  /** The store of the stack's weights; empty where the stack is elsewhere. */
  Optional<Path> store() {
    return url.isPresent() ? Optional.empty() : Optional.of(folder.resolve("store"));
  }
}
