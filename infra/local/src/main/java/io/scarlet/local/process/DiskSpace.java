package io.scarlet.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is left of a disk. A full disk shows in many ways, few of which say so; looking at it says
 * it at once.
 *
 * @param folder on the disk
 * @param least bytes that must be left
 */
public record DiskSpace(Path folder, long least) {

  private static final long MEGABYTE = 1024 * 1024;

  /** What is wrong, where too little is left. */
  public Optional<ProcessFailure> shortage() {
    try {
      long left = Files.getFileStore(folder).getUsableSpace();
      return left >= least ? Optional.empty() : Optional.of(failure(left));
    } catch (IOException gone) {
      return Optional.of(
          new ProcessFailure("the folder " + folder + " is gone: " + gone.getMessage(), gone));
    }
  }

  private ProcessFailure failure(long left) {
    return new ProcessFailure(
        "the disk of %s is full: %d MB are left, a search needs %d MB: free some, or name a folder on another disk by --output"
            .formatted(folder, left / MEGABYTE, least / MEGABYTE));
  }
}
