package io.scarlet.log.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.events.ArtifactReference;
import io.scarlet.events.CandidateProposed;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.CheckpointPublished;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.Member;
import io.scarlet.events.ScoreStatus;
import io.scarlet.events.SearchControlled;
import io.scarlet.events.SearchRequested;
import io.scarlet.log.GoldenLog;
import io.scarlet.log.LoggedEvent;
import io.scarlet.log.RecordedLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  @TempDir private Path folder;
  private RecordedLog golden;

  @BeforeEach
  void read() throws IOException {
    golden = GoldenLog.read(folder);
  }

  @Test
  void the_golden_log_replays_byte_for_byte() {
    ReplayReport report = Replay.of(golden);

    assertThat(report)
        .isEqualTo(new ReplayReport("golden", true, 70, 17, 60, 5, 0, 0, Optional.empty()));
  }

  @Test
  void a_search_beside_its_training_replays_byte_for_byte() {
    ReplayReport report = Replay.of(GoldenLog.continuous());

    assertThat(report.difference()).isEmpty();
    assertThat(report.complete()).isTrue();
    assertThat(report.candidates()).isEqualTo(60);
  }

  @Test
  void other_weights_of_a_step_are_noticed_with_the_first_candidate_that_they_score() {
    RecordedLog log = GoldenLog.continuous();
    int place =
        GoldenLog.places(
                log,
                logged ->
                    logged.fact().isPresent()
                        && logged.event() instanceof CheckpointPublished published
                        && published.getStep() == 200)
            .getFirst();
    CheckpointPublished published = (CheckpointPublished) log.events().get(place).event();
    ArtifactReference other = new ArtifactReference("file:///other", "other", 10L);

    assertThat(
            Replay.of(
                    GoldenLog.with(
                        log,
                        place,
                        CheckpointPublished.newBuilder(published).setArtifact(other).build()))
                .difference()
                .orElseThrow())
        .startsWith("candidate golden-g003-s00: checkpoint.");
  }

  @Test
  void any_score_that_was_altered_is_noticed_with_its_candidate_and_both_values() {
    for (int place : GoldenLog.places(golden, ReplayTest::isScored)) {
      CandidateScored score = (CandidateScored) golden.events().get(place).event();
      double other = Math.nextDown(score.getAccuracy());
      RecordedLog altered =
          GoldenLog.with(
              golden, place, CandidateScored.newBuilder(score).setAccuracy(other).build());

      assertThat(Replay.of(altered).difference().orElseThrow())
          .startsWith("generation ")
          .contains(
              ": evaluated[%s].accuracy is %s in the log and %s by replay"
                  .formatted(score.getCandidateId(), score.getAccuracy(), other));
    }
  }

  @Test
  void any_gene_that_was_altered_is_noticed_with_its_candidate_and_both_codes() {
    for (int place :
        GoldenLog.places(golden, logged -> logged.event() instanceof CandidateProposed)) {
      CandidateProposed candidate = (CandidateProposed) golden.events().get(place).event();
      String code = candidate.getCode();
      String other = (code.charAt(0) == '0' ? '1' : '0') + code.substring(1);
      RecordedLog altered =
          GoldenLog.with(
              golden, place, CandidateProposed.newBuilder(candidate).setCode(other).build());

      assertThat(Replay.of(altered).difference())
          .hasValue(
              "candidate %s: code is '%s' in the log and '%s' by replay"
                  .formatted(candidate.getCandidateId(), other, code));
    }
  }

  @Test
  void a_failure_told_as_a_score_is_noticed() {
    int place =
        GoldenLog.places(
                golden,
                logged ->
                    logged.fact().isPresent()
                        && logged.event() instanceof CandidateScored score
                        && score.getStatus() == ScoreStatus.FAILED)
            .getFirst();
    CandidateScored failed = (CandidateScored) golden.events().get(place).event();
    RecordedLog altered =
        GoldenLog.with(
            golden,
            place,
            CandidateScored.newBuilder(failed)
                .setStatus(ScoreStatus.SCORED)
                .setAccuracy(0.5)
                .setFailure(null)
                .build());

    assertThat(Replay.of(altered).difference().orElseThrow())
        .contains("evaluated[" + failed.getCandidateId() + "].accuracy is null in the log and 0.5");
  }

  @Test
  void another_population_in_a_generation_is_noticed() {
    int place =
        GoldenLog.places(golden, logged -> logged.event() instanceof GenerationCompleted)
            .getFirst();
    GenerationCompleted done = (GenerationCompleted) golden.events().get(place).event();
    List<Member> fewer = done.getPopulation().subList(0, done.getPopulation().size() - 1);
    RecordedLog altered =
        GoldenLog.with(
            golden, place, GenerationCompleted.newBuilder(done).setPopulation(fewer).build());

    assertThat(Replay.of(altered).difference())
        .hasValue("generation 0: population has 11 entries in the log and 12 by replay");
  }

  @Test
  void a_fact_that_was_taken_away_is_noticed() {
    int place =
        GoldenLog.places(golden, logged -> logged.fact().equals(OptionalInt.of(7))).getFirst();

    assertThat(Replay.of(GoldenLog.without(golden, place)).difference())
        .hasValue("fact 7 is missing: fact 8 (CandidateScored) comes instead");
  }

  @Test
  void a_decision_that_was_taken_away_is_noticed() {
    int place =
        GoldenLog.places(golden, logged -> logged.event() instanceof CandidateProposed).get(20);
    String id = ((CandidateProposed) golden.events().get(place).event()).getCandidateId();

    assertThat(Replay.of(GoldenLog.without(golden, place)).difference())
        .hasValue("candidate " + id + " follows from the facts, but is not in the log");
  }

  @Test
  void a_decision_without_a_cause_is_noticed() {
    int place =
        GoldenLog.places(golden, logged -> logged.event() instanceof CandidateProposed).getFirst();
    CandidateProposed first = (CandidateProposed) golden.events().get(place).event();
    List<LoggedEvent> events = new ArrayList<>(golden.events());
    events.add(golden.events().get(place));
    RecordedLog twice = new RecordedLog("golden", events);
    RecordedLog invented =
        GoldenLog.with(
            twice,
            events.size() - 1,
            CandidateProposed.newBuilder(first).setCandidateId("golden-g009-s00").build());

    assertThat(Replay.of(twice).difference())
        .hasValue("candidate golden-g000-s00 is in the log twice");
    assertThat(Replay.of(invented).difference())
        .hasValue("candidate golden-g009-s00 is in the log, but follows from none of its facts");
  }

  @Test
  void a_repeated_score_told_as_one_that_counted_is_noticed() {
    List<LoggedEvent> events = new ArrayList<>(golden.events());
    int place =
        GoldenLog.places(
                golden,
                logged -> logged.fact().isEmpty() && logged.event() instanceof CandidateScored)
            .getFirst();
    int next =
        (int) events.subList(0, place).stream().filter(logged -> logged.fact().isPresent()).count();
    events.set(place, events.get(place).counted(next));
    CandidateScored repeated = (CandidateScored) events.get(place).event();

    assertThat(Replay.of(new RecordedLog("golden", events)).difference())
        .hasValue(
            "fact %d (CandidateScored) counted in the log and does not by replay: %s has its"
                    .formatted(next, repeated.getCandidateId())
                + " outcome already");
  }

  @Test
  void a_request_for_another_space_or_another_search_is_noticed() {
    SearchRequested request = (SearchRequested) golden.events().getFirst().event();

    assertThat(
            Replay.of(
                    GoldenLog.with(
                        golden, 0, SearchRequested.newBuilder(request).setSpace("x: 1").build()))
                .difference()
                .orElseThrow())
        .startsWith("fact 0 (SearchRequested) cannot be folded: ");
    assertThat(
            Replay.of(
                    GoldenLog.with(
                        golden, 0, SearchRequested.newBuilder(request).setSearchId("x").build()))
                .difference())
        .hasValue("fact 0 (SearchRequested) is none of search golden");
    assertThat(
            Replay.of(
                    GoldenLog.with(
                        golden, 0, SearchRequested.newBuilder(request).setSeed(12).build()))
                .difference())
        .isPresent();
  }

  @Test
  void a_log_that_was_cut_off_anywhere_is_equal_as_far_as_it_goes() {
    int last =
        GoldenLog.places(golden, logged -> logged.event() instanceof GenerationCompleted).getLast();
    for (int cut = 1; cut < last; cut++) {
      ReplayReport report = Replay.of(new RecordedLog("golden", golden.events().subList(0, cut)));

      assertThat(report.difference()).isEmpty();
      assertThat(report.complete()).isFalse();
    }
  }

  @Test
  void a_field_that_the_log_was_written_without_is_not_compared_but_all_others_are() {
    List<Member> members =
        golden.events().stream()
            .map(LoggedEvent::event)
            .filter(GenerationCompleted.class::isInstance)
            .map(GenerationCompleted.class::cast)
            .flatMap(
                done ->
                    Stream.of(done.getEvaluated(), done.getPopulation(), done.getFront())
                        .flatMap(List::stream))
            .toList();
    String schema = GenerationCompleted.getClassSchema().toString();
    String before = schema.replaceFirst(",\\{\"name\":\"crowding\"[^}]*}", "");
    assertThat(before).hasSizeLessThan(schema.length());
    Map<String, Schema> old =
        Map.of(
            GenerationCompleted.getClassSchema().getFullName(), new Schema.Parser().parse(before));

    RecordedLog written = new RecordedLog("golden", golden.events(), old);

    members.forEach(member -> member.setCrowding(0));
    assertThat(Replay.of(golden).equal()).isFalse();
    assertThat(Replay.of(written).equal()).isTrue();

    members.getLast().setRank(9);
    assertThat(Replay.of(written).difference().orElseThrow())
        .startsWith("generation 4: front[")
        .contains(".rank is 9 in the log and ");
  }

  @Test
  void pauses_are_facts_too() {
    assertThat(golden.events())
        .filteredOn(logged -> logged.event() instanceof SearchControlled)
        .hasSize(10);
  }

  private static boolean isScored(LoggedEvent logged) {
    return logged.fact().isPresent()
        && logged.event() instanceof CandidateScored score
        && score.getStatus() == ScoreStatus.SCORED;
  }
}
