package io.scarlet.cli.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.scarlet.events.ControlAction;
import io.scarlet.events.SearchRequested;
import io.scarlet.request.ForkWish;
import io.scarlet.request.RequestRefused;
import io.scarlet.rest.Accepted;
import io.scarlet.rest.CandidateLineage;
import io.scarlet.rest.CandidateStatus;
import io.scarlet.rest.FinalistStatus;
import io.scarlet.rest.Problem;
import io.scarlet.rest.SearchList;
import io.scarlet.rest.SearchStatus;
import io.scarlet.supernet.checkpoint.io.WholeFile;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The evolver of a stack, over HTTP. What it refuses is refused here with its words; where it does
 * not answer, or cannot, the stack is unavailable.
 *
 * @param address of the evolver
 * @param token that the evolver asks for, where it does
 */
public record EvolverClient(URI address, Optional<String> token) {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String JSON = "application/json";
  private static final int SUCCESS = 2;
  private static final int REFUSED = 4;

  private static final int ELSEWHERE = 307;
  private static final int MOST_HOPS = 3;

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(TIMEOUT)
          .build();

  /** All searches, those of other instances too, by id. */
  public List<SearchStatus> searches() {
    SearchList own = get("/searches", new TypeReference<>() {});
    List<SearchStatus> all = new ArrayList<>(own.searches());
    for (String other : own.elsewhere()) {
      SearchList theirs =
          new EvolverClient(URI.create(other), token).get("/searches", new TypeReference<>() {});
      all.addAll(theirs.searches());
    }
    return all.stream().sorted(Comparator.comparing(SearchStatus::id)).toList();
  }

  /** A search by its whole id. */
  public SearchStatus search(String id) {
    return get(path(id), new TypeReference<>() {});
  }

  /** The networks that no other beats. */
  public List<CandidateStatus> front(String id) {
    return get(path(id) + "/front", new TypeReference<>() {});
  }

  /** The networks that are trained by themselves. */
  public List<FinalistStatus> finalists(String id) {
    return get(path(id) + "/finalists", new TypeReference<>() {});
  }

  /** A candidate and all that it descends from. */
  public CandidateLineage lineage(String id, String candidate) {
    return get(path(id) + "/candidates/" + encoded(candidate), new TypeReference<>() {});
  }

  /**
   * Saves all events of a search, whole or not at all.
   *
   * @param file gets them as {@code log.avro} has them
   * @throws IOException where the file cannot be written
   */
  public void saveLog(String id, Path file) throws IOException {
    byte[] log = send(request(path(id) + "/log").GET().build());
    WholeFile.write(file, draft -> Files.write(draft, log));
  }

  /**
   * Asks for a search. Returns when the log has it.
   *
   * @return its id
   */
  public String submit(SearchRequested request) {
    HttpRequest asked =
        request("/searches")
            .header("Content-Type", JSON)
            .POST(BodyPublishers.ofString(Json.line(Json.ofRequest(request))))
            .build();
    return parsed(text(asked), new TypeReference<Accepted>() {}).id();
  }

  /**
   * Asks for a fork. Returns when the log has it.
   *
   * @param id of the parent
   * @return the id of the fork
   */
  public String fork(String id, ForkWish wish) {
    Map<String, Object> body = new LinkedHashMap<>(Json.of(wish.changes()));
    body.put("generation", wish.generation());
    HttpRequest asked =
        request(path(id) + "/forks")
            .header("Content-Type", JSON)
            .POST(BodyPublishers.ofString(Json.line(body)))
            .build();
    return parsed(text(asked), new TypeReference<Accepted>() {}).id();
  }

  /** Steers a search. Returns when the log has it. */
  public void control(String id, ControlAction action, String reason) {
    String body = Json.line(Map.of("action", action.name(), "reason", reason));
    HttpRequest asked =
        request(path(id) + "/controls")
            .header("Content-Type", JSON)
            .POST(BodyPublishers.ofString(body))
            .build();
    text(asked);
  }

  /** Deletes a search. Returns when the log has it. */
  public void delete(String id) {
    text(request(path(id)).DELETE().build());
  }

  private <T> T get(String path, TypeReference<T> type) {
    return parsed(text(request(path).GET().build()), type);
  }

  private String text(HttpRequest request) {
    byte[] body = send(request);
    return new String(body, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT);
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return request;
  }

  private byte[] send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = answer(request);
      if (response.statusCode() / 100 == SUCCESS) {
        return response.body();
      }
      throw problem(response);
    } catch (IOException silent) {
      throw new StackUnavailable(
          "no stack answers at %s: start one by ./scarlet up".formatted(address), silent);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new StackUnavailable("interrupted", hurried);
    }
  }

  /**
   * Instances of the evolver send one to the instance that has the search. Java's client would go
   * there without the token, which is that of all instances.
   */
  private static HttpResponse<byte[]> answer(HttpRequest request)
      throws IOException, InterruptedException {
    HttpRequest asked = request;
    HttpResponse<byte[]> response = HTTP.send(asked, HttpResponse.BodyHandlers.ofByteArray());
    for (int hop = 0; hop < MOST_HOPS && response.statusCode() == ELSEWHERE; hop++) {
      URI there = asked.uri().resolve(response.headers().firstValue("Location").orElse(""));
      if (!asked.uri().getScheme().equals(there.getScheme())) {
        return response;
      }
      asked = HttpRequest.newBuilder(asked, (_, _) -> true).uri(there).build();
      response = HTTP.send(asked, HttpResponse.BodyHandlers.ofByteArray());
    }
    return response;
  }

  private RuntimeException problem(HttpResponse<byte[]> response) {
    String said;
    try {
      said = Json.read(new String(response.body(), StandardCharsets.UTF_8), Problem.class).detail();
    } catch (JsonProcessingException noProblem) {
      said = "%s answers with status %d".formatted(address, response.statusCode());
    }
    return response.statusCode() / 100 == REFUSED
        ? new RequestRefused(said)
        : new StackUnavailable(said);
  }

  private <T> T parsed(String json, TypeReference<T> type) {
    try {
      return Json.read(json, type);
    } catch (JsonProcessingException other) {
      throw new StackUnavailable(
          "what answers at %s is no evolver of this version".formatted(address), other);
    }
  }

  private static String path(String id) {
    return "/searches/" + encoded(id);
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
