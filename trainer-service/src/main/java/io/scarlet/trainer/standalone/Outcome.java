package io.scarlet.trainer.standalone;

import io.scarlet.supernet.backend.BackendUnavailableException;
import io.scarlet.supernet.checkpoint.CheckpointMismatchException;
import io.scarlet.supernet.data.UnreadablePictureException;
import io.scarlet.supernet.data.io.DataFormatException;
import io.scarlet.supernet.training.DivergedException;
import java.io.IOException;

/** How a program ends: an exit code, and what is wrong as one line. */
final class Outcome {

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int NOT_UNDERSTOOD = 2;

  /** What a program does. */
  interface Work {
    void run() throws IOException, DataFormatException;
  }

  private Outcome() {}

  /**
   * Does it and ends the process. The Java platform logs an exit, so the log must be set up as this
   * service's libraries want it.
   */
  static void end(Work work) {
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    System.exit(of(work));
  }

  /** Does it, and tells how the process should end. */
  static int of(Work work) {
    try {
      work.run();
      return DONE;
    } catch (DataFormatException | CheckpointMismatchException | IllegalArgumentException wrong) {
      return complain(wrong, NOT_UNDERSTOOD);
    } catch (IOException
        | BackendUnavailableException
        | UnreadablePictureException
        | DivergedException failed) {
      return complain(failed, FAILED);
    }
  }

  private static int complain(Exception failure, int exitCode) {
    System.err.println("scarlet: " + failure.getMessage());
    return exitCode;
  }
}
