package io.scarlet.cli;

import io.scarlet.cli.io.Json;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command says in the end: text for people, or one line of JSON for programs. */
final class Answer {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--json", description = "One line of JSON instead of text.")
  private boolean json;

  Answer() {}

  /**
   * Says it on standard output.
   *
   * @param text lines, with or without the last line feed
   * @param fields the same as a record, a list or a map
   */
  void give(String text, Object fields) {
    PrintWriter out = command.commandLine().getOut();
    out.println(json ? Json.line(fields) : text.stripTrailing());
    out.flush();
  }

  /** Where what happens meanwhile is said. */
  PrintWriter err() {
    return command.commandLine().getErr();
  }
}
