package io.scarlet.cli;

import io.scarlet.schemas.kafka.ReadingLimits;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program that {@code ./scarlet} starts. */
@Command(
    name = "scarlet",
    description = "Neural architecture search as a replayable log of events.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      SearchCommand.class,
      UpCommand.class,
      DownCommand.class,
      SubmitCommand.class,
      ForkCommand.class,
      ListCommand.class,
      StatusCommand.class,
      FrontCommand.class,
      FinalistsCommand.class,
      LineageCommand.class,
      PauseCommand.class,
      ResumeCommand.class,
      StopCommand.class,
      DeleteCommand.class,
      ChaosCommand.class,
      RetrainCommand.class,
      EvaluateCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      ReplayCommand.class,
      ExportLogCommand.class,
      ImportLogCommand.class,
      PrepareCommand.class,
      DescribeCommand.class,
      ConfigurationCommand.class,
      BenchCommand.class,
      RankCommand.class,
      FeaturesCommand.class
    },
    footer = {
      "",
      "./scarlet search            finds networks for an excerpt of Fashion-MNIST in minutes",
      "./scarlet search --preset nas-bench-macro   searches a table of measured networks in"
          + " seconds",
      "./scarlet replay FOLDER     derives every decision of a search again from its log",
      "./scarlet test              runs all tests of the project"
    })
public final class Scarlet {

  private static final int WIDTH = 100;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the whole stack trace of a failure.")
  private boolean debug;

  static {
    ReadingLimits.apply(); // before the first event is built
  }

  private Scarlet() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /**
   * Runs a command.
   *
   * @return 0 done, 1 failed, 2 not understood
   */
  static int run(String... arguments) {
    CommandLine commands = commands();
    if (arguments.length == 0) {
      commands.usage(commands.getOut());
      return CommandLine.ExitCode.OK;
    }
    return commands.execute(arguments);
  }

  /** All commands with their options. */
  static CommandLine commands() {
    Scarlet scarlet = new Scarlet();
    CommandLine commands = new CommandLine(scarlet);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setUsageHelpWidth(WIDTH);
    commands.setExecutionExceptionHandler(
        (failure, command, parsed) -> scarlet.report(failure, command));
    commands.setParameterExceptionHandler(Scarlet::refuse);
    return commands;
  }

  private int report(Exception failure, CommandLine command) {
    Complaint complaint = Complaint.about(failure);
    PrintWriter err = command.getErr();
    err.println("scarlet: " + complaint.line());
    if (debug) {
      failure.printStackTrace(err);
    }
    err.flush();
    return complaint.exitCode();
  }

  private static int refuse(CommandLine.ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("scarlet: " + wrong.getMessage().replaceAll("\\s+", " "));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err)) {
      err.println("see ./" + command.getCommandSpec().qualifiedName() + " --help");
    }
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }
}
