package io.scarlet.log.replay;

import io.scarlet.events.CandidateProposed;
import io.scarlet.events.FinalistChosen;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.log.RecordedLog;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;

/** The decisions that a log records, each of which replay takes out once. */
final class Decisions {

  private final Map<String, SpecificRecord> left = new LinkedHashMap<>();
  private final WrittenForm form;

  private Decisions(WrittenForm form) {
    this.form = form;
  }

  /**
   * The decisions of a log.
   *
   * @throws Divergence where one of them is recorded twice
   */
  static Decisions of(RecordedLog log) throws Divergence {
    Decisions decisions = new Decisions(new WrittenForm(log.schemas()));
    for (var logged : log.events()) {
      Optional<String> name = name(logged.event());
      if (name.isPresent() && decisions.left.put(name.get(), logged.event()) != null) {
        throw new Divergence(name.get() + " is in the log twice");
      }
    }
    return decisions;
  }

  /** What people call a decision; empty for an event that is none. */
  static Optional<String> name(SpecificRecord event) {
    return switch (event) {
      case CandidateProposed candidate -> Optional.of("candidate " + candidate.getCandidateId());
      case GenerationCompleted completed -> Optional.of("generation " + completed.getGeneration());
      case FinalistChosen finalist -> Optional.of("finalist " + finalist.getPlace());
      default -> Optional.empty();
    };
  }

  /**
   * Takes out what the log has in the place of a derived decision.
   *
   * @return whether the log has it
   * @throws Divergence where the log has another one
   */
  boolean take(SpecificRecord derived) throws Divergence {
    String name = name(derived).orElseThrow();
    SpecificRecord recorded = left.remove(name);
    if (recorded == null) {
      return false;
    }
    IndexedRecord there = form.of(recorded);
    IndexedRecord here = form.of(derived);
    if (!Arrays.equals(WrittenForm.encoded(there), WrittenForm.encoded(here))) {
      throw new Divergence(
          name
              + ": "
              + FirstDifference.between(there, here)
                  .orElse("its encoding in the log is another than by replay"));
    }
    return true;
  }

  /** The first of those that nobody took. */
  Optional<String> first() {
    return left.keySet().stream().findFirst();
  }

  /** How many nobody took. */
  int size() {
    return left.size();
  }
}
