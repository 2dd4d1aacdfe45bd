package io.scarlet.cli;

import io.scarlet.cli.follow.SearchFailedException;
import io.scarlet.cli.io.StackUnavailable;
import io.scarlet.local.process.ProcessFailure;
import io.scarlet.log.io.LogUnreadable;
import io.scarlet.request.RequestRefused;
import io.scarlet.schemas.kafka.TopicPreparationFailed;
import io.scarlet.space.IllegalArchitectureException;
import io.scarlet.space.io.SearchSpaceSyntaxException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/**
 * What a failure means to the person: one line and an exit code.
 *
 * @param line what is wrong and what to do
 * @param exitCode 1 failed, 2 not understood
 */
record Complaint(String line, int exitCode) {

  private static final int FAILED = 1;
  private static final int NOT_UNDERSTOOD = 2;

  static Complaint about(Exception failure) {
    return switch (failure) {
      case RequestRefused refused -> new Complaint(oneLine(refused.getMessage()), NOT_UNDERSTOOD);
      case LogUnreadable unreadable ->
          new Complaint(oneLine(unreadable.getMessage()), NOT_UNDERSTOOD);
      case IllegalArchitectureException illegal ->
          new Complaint(oneLine(illegal.getMessage()), NOT_UNDERSTOOD);
      case SearchSpaceSyntaxException wrong ->
          new Complaint(oneLine(wrong.getMessage()), NOT_UNDERSTOOD);
      case StackUnavailable silent -> new Complaint(oneLine(silent.getMessage()), FAILED);
      case ProcessFailure failed -> new Complaint(oneLine(failed.getMessage()), FAILED);
      case SearchFailedException failed -> new Complaint(oneLine(failed.getMessage()), FAILED);
      case TopicPreparationFailed failed -> new Complaint(oneLine(failed.getMessage()), FAILED);
      case IOException refused -> new Complaint(oneLine(reason(refused)), FAILED);
      default ->
          new Complaint(oneLine("unexpected failure, --debug shows more: " + failure), FAILED);
    };
  }

  private static String reason(IOException refused) {
    return switch (refused) {
      case AccessDeniedException denied -> "no permission to write " + denied.getFile();
      case FileSystemException system ->
          "cannot write "
              + system.getFile()
              + Optional.ofNullable(system.getReason()).map(why -> ": " + why).orElse("");
      default -> "cannot write: " + refused.getMessage();
    };
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ").strip();
  }
}
