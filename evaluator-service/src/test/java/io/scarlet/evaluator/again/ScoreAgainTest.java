package io.scarlet.evaluator.again;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.scarlet.events.CandidateProposed;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.Costs;
import io.scarlet.events.DataSettings;
import io.scarlet.events.EvaluationSettings;
import io.scarlet.events.Origin;
import io.scarlet.events.ScoreSource;
import io.scarlet.events.ScoreStatus;
import io.scarlet.space.io.MeasuredNetworksCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreAgainTest {

  @TempDir private Path folder;

  @Test
  void everyCandidateGetsItsScoreInTheOrderOfTheFile() throws IOException {
    List<CandidateScored> scores = scored(candidate("c1", "22212220"), candidate("c2", "00000000"));

    assertThat(scores)
        .extracting(CandidateScored::getCandidateId, CandidateScored::getStatus)
        .containsExactly(tuple("c1", ScoreStatus.SCORED), tuple("c2", ScoreStatus.SCORED));
    assertThat(scores.getFirst().getAccuracy()).isGreaterThan(scores.getLast().getAccuracy());
  }

  @Test
  void theFirstThatCannotBeScoredIsTheLastAndSaysWhy() throws IOException {
    CandidateProposed lost = candidate("c1", "22212220");
    lost.getEvaluation().setSource(ScoreSource.SUPERNET);

    List<CandidateScored> scores = scored(lost, candidate("c2", "00000000"));

    assertThat(scores).hasSize(1);
    assertThat(scores.getFirst().getFailure())
        .isEqualTo("the candidate names no checkpoint to score by");
  }

  private List<CandidateScored> scored(CandidateProposed... candidates) throws IOException {
    Path from = folder.resolve("candidates.avro");
    Path to = folder.resolve("scores.avro");
    try (DataFileWriter<CandidateProposed> writer =
        new DataFileWriter<>(new SpecificDatumWriter<>(CandidateProposed.class))) {
      writer.create(CandidateProposed.getClassSchema(), from.toFile());
      for (CandidateProposed candidate : candidates) {
        writer.append(candidate);
      }
    }
    ScoreAgain.main(new String[] {from.toString(), to.toString(), folder.toUri().toString()});
    List<CandidateScored> scores = new ArrayList<>();
    try (DataFileReader<CandidateScored> reader =
        new DataFileReader<>(to.toFile(), new SpecificDatumReader<>(CandidateScored.class))) {
      reader.forEach(scores::add);
    }
    return scores;
  }

  private static CandidateProposed candidate(String id, String code) {
    return CandidateProposed.newBuilder()
        .setCandidateId(id)
        .setSearchId("s1")
        .setGeneration(0)
        .setSlot(0)
        .setCode(code)
        .setOrigin(Origin.SEEDED)
        .setCosts(new Costs(1L, 1L, 1))
        .setSeed(1)
        .setData(DataSettings.newBuilder().build())
        .setEvaluation(
            EvaluationSettings.newBuilder()
                .setSource(ScoreSource.TABLE)
                .setTable(MeasuredNetworksCsv.NAS_BENCH_MACRO)
                .build())
        .build();
  }
}
