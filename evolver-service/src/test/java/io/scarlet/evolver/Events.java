package io.scarlet.evolver;

import io.scarlet.events.ArtifactReference;
import io.scarlet.events.CandidateProposed;
import io.scarlet.events.CandidateScored;
import io.scarlet.events.CheckpointAdoption;
import io.scarlet.events.CheckpointPublished;
import io.scarlet.events.DataSettings;
import io.scarlet.events.Direction;
import io.scarlet.events.EvaluationSettings;
import io.scarlet.events.EvolutionSettings;
import io.scarlet.events.FinalistSettings;
import io.scarlet.events.LatencySettings;
import io.scarlet.events.Objective;
import io.scarlet.events.Optimizer;
import io.scarlet.events.RateSchedule;
import io.scarlet.events.Sampling;
import io.scarlet.events.ScoreSource;
import io.scarlet.events.ScoreStatus;
import io.scarlet.events.SearchMode;
import io.scarlet.events.SearchRequested;
import io.scarlet.events.SearchStrategy;
import io.scarlet.events.SkipTraining;
import io.scarlet.events.StabilizerInit;
import io.scarlet.events.TrainingSettings;
import io.scarlet.space.io.MeasuredNetworksCsv;
import io.scarlet.space.io.Presets;
import io.scarlet.space.table.MeasuredNetworks;
import java.util.List;

/** Events to test with. */
final class Events {

  /** Said here: within Quarkus' tests, Avro makes records that are defaults by another loader. */
  private static final LatencySettings NONE_MEASURED = new LatencySettings(0, 10, 1);

  private static final MeasuredNetworks TABLE =
      MeasuredNetworksCsv.bundled(MeasuredNetworksCsv.NAS_BENCH_MACRO).orElseThrow();

  private Events() {}

  static SearchRequested tableSearch(String searchId, int evaluations, int population) {
    return SearchRequested.newBuilder()
        .setSearchId(searchId)
        .setName("table search")
        .setSeed(11)
        .setSpace(Presets.yaml("nas-bench-macro").orElseThrow())
        .setData(DataSettings.newBuilder().build())
        .setTraining(training())
        .setEvaluation(
            EvaluationSettings.newBuilder()
                .setLatency(NONE_MEASURED)
                .setSource(ScoreSource.TABLE)
                .setTable(MeasuredNetworksCsv.NAS_BENCH_MACRO)
                .build())
        .setEvolution(
            EvolutionSettings.newBuilder()
                .setStrategy(SearchStrategy.NSGA2)
                .setMode(SearchMode.GENERATIONAL)
                .setAdoption(CheckpointAdoption.LAST)
                .setEvaluations(evaluations)
                .setPopulation(population)
                .setObjectives(
                    List.of(
                        new Objective("accuracy", Direction.MAXIMIZE),
                        new Objective("macs", Direction.MINIMIZE)))
                .build())
        .setFinalists(
            FinalistSettings.newBuilder()
                .setOptimizer(Optimizer.SGD)
                .setSchedule(RateSchedule.COSINE)
                .build())
        .build();
  }

  static SearchRequested supernetSearch(String searchId) {
    SearchRequested request = tableSearch(searchId, 6, 3);
    request.setEvaluation(
        EvaluationSettings.newBuilder()
            .setSource(ScoreSource.SUPERNET)
            .setLatency(NONE_MEASURED)
            .build());
    return request;
  }

  static CheckpointPublished checkpoint(String searchId, boolean last) {
    return checkpoint(searchId, last ? 200 : 100, last);
  }

  static CheckpointPublished checkpoint(String searchId, int step, boolean last) {
    return CheckpointPublished.newBuilder()
        .setSearchId(searchId)
        .setStep(step)
        .setEpoch(step / 100)
        .setLast(last)
        .setArtifact(new ArtifactReference("file:///weights-" + step, "sha-" + step, 10L))
        .setTrainLoss(1)
        .setTrainAccuracy(0.5)
        .build();
  }

  /** Enumerations are set since Quarkus runs tests with two loaders, of which Avro has but one. */
  private static TrainingSettings training() {
    return TrainingSettings.newBuilder()
        .setSampling(Sampling.STRICT)
        .setSkip(SkipTraining.STABILIZER)
        .setStabilizerInit(StabilizerInit.KAIMING)
        .build();
  }

  /** What the table says about a candidate. */
  static CandidateScored score(CandidateProposed candidate) {
    double percent =
        TABLE.find(TABLE.space().parse(candidate.getCode())).orElseThrow().meanAccuracy();
    return CandidateScored.newBuilder()
        .setCandidateId(candidate.getCandidateId())
        .setSearchId(candidate.getSearchId())
        .setStatus(ScoreStatus.SCORED)
        .setAccuracy(percent / 100)
        .setCheckpointSha256(
            candidate.getCheckpoint() == null ? "" : candidate.getCheckpoint().getSha256())
        .setMilliseconds(1)
        .setEvaluatorId("table")
        .build();
  }
}
