package io.scarlet.cli;

import io.scarlet.cli.io.Chromium;
import io.scarlet.cli.io.EvolverClient;
import io.scarlet.cli.io.Scratch;
import io.scarlet.cli.io.SearchInput;
import io.scarlet.cli.io.StackUnavailable;
import io.scarlet.cli.recovery.PagePaint;
import io.scarlet.cli.recovery.RecoveryFigures;
import io.scarlet.events.SearchRequested;
import io.scarlet.local.Installation;
import io.scarlet.local.LocalStack;
import io.scarlet.local.StackSettings;
import io.scarlet.log.TabledSearch;
import io.scarlet.rest.SearchPhase;
import io.scarlet.rest.SearchStatus;
import io.scarlet.schemas.Topic;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.space.io.MeasuredNetworksCsv;
import io.scarlet.space.table.MeasuredNetworks;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** An evolver with a long log, killed: how soon does it serve again? */
final class RecoveryBench {

  private static final int EVALUATIONS = 2_000;

  private static final Duration POLL = Duration.ofMillis(100);
  private static final String TABLE = MeasuredNetworksCsv.NAS_BENCH_MACRO;

  private final LocalStack stack;
  private final EvolverClient evolver;
  private final PrintWriter err;
  private final AtomicReference<Exception> refused = new AtomicReference<>();

  private RecoveryBench(LocalStack stack, PrintWriter err) {
    this.stack = stack;
    this.evolver = new EvolverClient(stack.dashboard(), Optional.empty());
    this.err = err;
  }

  /**
   * Runs it.
   *
   * @param events that the log has at least
   * @param err gets what happens
   */
  static RecoveryFigures run(int events, PrintWriter err) throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.make()) {
      Path folder = scratch.folder();
      ProgramLog.to(folder.resolve("scarlet.log"));
      StackSettings settings = StackSettings.passing(folder, 0, false);
      try (LocalStack stack = LocalStack.start(Installation.current(), settings, _ -> {})) {
        stack.awaitLog();
        stack.awaitServices();
        return new RecoveryBench(stack, err).run(searches(events), folder.resolve("chromium"));
      }
    }
  }

  private static List<SearchRequested> searches(int events) {
    int count = Math.ceilDiv(events, 2 * EVALUATIONS);
    return LongStream.rangeClosed(1, count).mapToObj(RecoveryBench::search).toList();
  }

  private static SearchRequested search(long seed) {
    return SearchInput.preset("nas-bench-macro")
        .with("seed=" + seed)
        .with("evolution.strategy=nsga2")
        .with("evolution.population=100")
        .with("evolution.evaluations=" + EVALUATIONS)
        .request();
  }

  private RecoveryFigures run(List<SearchRequested> searches, Path profile)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    long events = write(searches);
    awaitEnds(searches.size());
    double folded = seconds(start);
    say("%d events taken in, the evolver is killed".formatted(events));
    start = System.nanoTime();
    stack.kill("evolver");
    await(() -> !answers(() -> !evolver.searches().isEmpty()));
    awaitEnds(searches.size());
    double served = seconds(start);
    return new RecoveryFigures(
        events,
        searches.size(),
        folded,
        served,
        milliseconds("/searches"),
        milliseconds("/searches/" + searches.getFirst().getSearchId() + "/log"),
        milliseconds("/"),
        paint(profile));
  }

  private Optional<PagePaint> paint(Path profile) throws IOException, InterruptedException {
    Optional<Chromium> browser = Chromium.onPath();
    return browser.isEmpty()
        ? Optional.empty()
        : Optional.of(browser.get().paint(stack.dashboard(), "tbody a", profile));
  }

  /** Requests first, since a score of a search that nobody asked for is of no use. */
  private long write(List<SearchRequested> searches) throws InterruptedException {
    MeasuredNetworks table = MeasuredNetworksCsv.bundled(TABLE).orElseThrow();
    long events = 0;
    try (KafkaProducer<String, SpecificRecord> producer = producer()) {
      for (SearchRequested request : searches) {
        send(producer, TopicCatalogue.SEARCHES, request.getSearchId(), request);
      }
      producer.flush();
      await(() -> evolver.searches().size() == searches.size());
      say("%d searches are asked for, their scores are written".formatted(searches.size()));
      for (SearchRequested request : searches) {
        int generations =
            new TabledSearch(request, table)
                .run(score -> send(producer, TopicCatalogue.SCORES, score.getSearchId(), score));
        events += 1 + 2L * EVALUATIONS + generations;
      }
    }
    return events;
  }

  private KafkaProducer<String, SpecificRecord> producer() {
    Map<String, Object> settings = stack.broker().with(Map.of(ProducerConfig.LINGER_MS_CONFIG, 20));
    return new KafkaProducer<>(settings, new StringSerializer(), stack.format().serializer());
  }

  private void send(
      KafkaProducer<String, SpecificRecord> producer,
      Topic topic,
      String key,
      SpecificRecord event) {
    Future<RecordMetadata> _ =
        producer.send(
            new ProducerRecord<>(topic.name(), key, event),
            (_, failure) -> refused.compareAndSet(null, failure));
  }

  private void awaitEnds(int searches) throws InterruptedException {
    await(
        () -> {
          List<SearchStatus> shown = evolver.searches();
          return shown.size() == searches
              && shown.stream().allMatch(each -> each.phase() == SearchPhase.ENDED);
        });
  }

  /** While the process is away or restores, nobody answers. */
  private void await(BooleanSupplier reached) throws InterruptedException {
    while (!answers(reached)) {
      stack
          .failure()
          .ifPresent(
              failed -> {
                throw failed;
              });
      if (refused.get() != null) {
        throw new StackUnavailable("the broker does not take the log", refused.get());
      }
      Thread.sleep(POLL);
    }
  }

  private static boolean answers(BooleanSupplier reached) {
    try {
      return reached.getAsBoolean();
    } catch (StackUnavailable away) {
      return false;
    }
  }

  private double milliseconds(String path) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(stack.dashboard().resolve(path)).build();
    int status = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
    if (status != 200) {
      throw new IOException("the evolver answers %s with %d".formatted(path, status));
    }
    long start = System.nanoTime();
    client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return seconds(start) * TimeUnit.SECONDS.toMillis(1);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  private void say(String line) {
    err.println(line);
    err.flush();
  }
}
