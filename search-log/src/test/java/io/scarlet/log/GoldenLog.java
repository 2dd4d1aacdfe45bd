package io.scarlet.log;

import io.scarlet.log.io.LogFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/**
 * A log that was recorded once from the evolver's topology and never changes: 60 evaluations in 5
 * generations, some of them failed, with repeated and late scores and pauses.
 */
public final class GoldenLog {

  private GoldenLog() {}

  /** The file as it ships. */
  public static byte[] bytes() {
    try (InputStream in = GoldenLog.class.getResourceAsStream("/golden-search.avro")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One more, of a search beside its training: 60 evaluations by NSGA-II with 4 checkpoints of a
   * schedule, each told twice.
   */
  public static RecordedLog continuous() {
    try {
      return LogFile.read(Path.of(GoldenLog.class.getResource("/golden-continuous.avro").toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The log in it. */
  public static RecordedLog read(Path folder) throws IOException {
    return LogFile.read(Files.write(folder.resolve("golden.avro"), bytes()));
  }

  /** The places of the events of a kind. */
  public static List<Integer> places(RecordedLog log, Predicate<LoggedEvent> kind) {
    return IntStream.range(0, log.events().size())
        .filter(place -> kind.test(log.events().get(place)))
        .boxed()
        .toList();
  }

  /** The log with another value at a place. */
  public static RecordedLog with(RecordedLog log, int place, SpecificRecord event) {
    LoggedEvent old = log.events().get(place);
    List<LoggedEvent> events = new ArrayList<>(log.events());
    events.set(
        place,
        new LoggedEvent(
            old.topic(),
            old.partition(),
            old.offset(),
            old.timestamp(),
            old.key(),
            old.fact(),
            event));
    return new RecordedLog(log.searchId(), events);
  }

  /** The log without the event at a place. */
  public static RecordedLog without(RecordedLog log, int place) {
    List<LoggedEvent> events = new ArrayList<>(log.events());
    events.remove(place);
    return new RecordedLog(log.searchId(), events);
  }
}
