package io.scarlet.cli;

import io.scarlet.cli.follow.SearchFollower;
import io.scarlet.cli.follow.SearchLog;
import io.scarlet.cli.io.ResultFolder;
import io.scarlet.cli.view.SearchView;
import io.scarlet.cli.view.Summary;
import io.scarlet.events.ScoreSource;
import io.scarlet.events.SearchRequested;
import io.scarlet.local.Installation;
import io.scarlet.local.LocalStack;
import io.scarlet.local.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;

/**
 * One search from its request to its results, on a stack that lives as long as it does.
 *
 * @param installation where the programs lie
 * @param request what to search
 * @param folder gets the results; not made yet
 * @param evaluators processes that score
 * @param view shows what happens
 * @param disturbance what befalls the stack meanwhile
 */
record SearchRun(
    Installation installation,
    SearchRequested request,
    ResultFolder folder,
    int evaluators,
    SearchView view,
    Disturbance disturbance) {

  private static final Duration POLL = Duration.ofMillis(200);

  /** Runs it to its end. */
  Summary run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    folder.open(request);
    Files.createDirectories(folder.logs());
    ProgramLog.to(folder.logs().resolve("scarlet.log"));
    SearchFollower follower = new SearchFollower(request, view);
    StackSettings settings = StackSettings.passing(folder.path(), evaluators, trains());
    try (LocalStack stack = LocalStack.start(installation, settings, view::starting)) {
      view.starting("broker and registry start");
      stack.awaitLog();
      Recording recording = new Recording(stack, request.getSearchId(), folder, view);
      follow(stack, follower, recording);
      folder.write(follower.history());
      recording.write();
      folder.copyModels(follower.history());
      view.starting("everything stops");
    }
    return new Summary(
        follower.history(),
        folder.path(),
        seconds(follower.firstScore().orElse(start) - start),
        seconds(System.nanoTime() - start));
  }

  /** A fork has its parent's supernet; finalists are trained anyway. */
  private boolean trains() {
    boolean supernet =
        request.getEvaluation().getSource() == ScoreSource.SUPERNET && request.getPast() == null;
    return supernet || request.getFinalists().getCount() > 0;
  }

  private void follow(LocalStack stack, SearchFollower follower, Recording recording)
      throws InterruptedException {
    try (SearchLog log = SearchLog.open(stack.broker(), stack.format())) {
      log.publish(request);
      stack.beforeStop(recording::attempt);
      view.starting(
          "services start, then %s/#/searches/%s shows the search live"
              .formatted(stack.dashboard(), request.getSearchId()));
      int events = 0;
      while (!follower.ended()) {
        disturbance.after(events, stack);
        stack
            .failure()
            .ifPresent(
                failed -> {
                  throw failed;
                });
        List<SpecificRecord> read = log.next(request.getSearchId(), POLL);
        events += read.size();
        read.forEach(event -> follower.take(event, System.nanoTime()));
      }
    }
  }

  private static double seconds(long nanoseconds) {
    return nanoseconds / (double) TimeUnit.SECONDS.toNanos(1);
  }
}
