package io.scarlet.cli;

import io.scarlet.events.DataSettings;
import io.scarlet.events.FinalistChosen;
import io.scarlet.events.FinalistSettings;
import io.scarlet.events.GenerationCompleted;
import io.scarlet.events.Member;
import io.scarlet.events.SearchRequested;
import io.scarlet.log.LoggedEvent;
import io.scarlet.log.RecordedLog;
import io.scarlet.request.RequestRefused;
import io.scarlet.space.Architecture;
import io.scarlet.space.SearchSpace;
import io.scarlet.space.io.SearchSpaceYaml;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A network that a person named, to be trained by itself.
 *
 * @param event what the trainer is asked
 * @param folder where its model goes, unless the person names another
 */
record NamedNetwork(FinalistChosen event, Path folder) {

  private static final Path MODELS = Path.of("models");

  /**
   * A network of a space.
   *
   * @param space its YAML text
   * @param code its code or long form; may be empty where the space has one network
   * @throws RequestRefused where it has several
   * @throws io.scarlet.space.IllegalArchitectureException where it has no such network
   */
  static NamedNetwork of(
      String space, Optional<String> code, DataSettings data, FinalistSettings recipe, long seed) {
    SearchSpace read = SearchSpaceYaml.read(space);
    Architecture network =
        code.map(read::parse)
            .or(read::onlyArchitecture)
            .orElseThrow(
                () ->
                    new RequestRefused(
                        "the space %s has many networks: name one by its code"
                            .formatted(read.name())));
    FinalistChosen event =
        FinalistChosen.newBuilder()
            .setSearchId("")
            .setCandidateId("")
            .setCode(network.code())
            .setWhy("")
            .setSpace(space)
            .setData(data)
            .setRecipe(recipe)
            .setSeed(seed)
            .build();
    return new NamedNetwork(event, MODELS.resolve(read.name() + "-" + network.code()));
  }

  /** The same network as a candidate of a search, where it was one. */
  NamedNetwork from(RecordedLog log, Path results) {
    FinalistChosen.Builder chosen =
        FinalistChosen.newBuilder(event).setSearchId(request(log).getSearchId());
    candidates(log)
        .filter(member -> member.getCode().equals(event.getCode()))
        .reduce((earlier, later) -> later)
        .ifPresent(
            member ->
                chosen
                    .setCandidateId(member.getCandidateId())
                    .setAccuracy(member.getAccuracy())
                    .setLoss(member.getLoss())
                    .setCheckpointSha256(member.getCheckpointSha256()));
    return new NamedNetwork(chosen.build(), results.resolve(MODELS).resolve(event.getCode()));
  }

  /**
   * What a recorded search was asked.
   *
   * @throws RequestRefused where its log does not say
   */
  static SearchRequested request(RecordedLog log) {
    return events(log)
        .filter(SearchRequested.class::isInstance)
        .map(SearchRequested.class::cast)
        .findFirst()
        .orElseThrow(() -> new RequestRefused("the log of the search holds no request"));
  }

  private static Stream<Member> candidates(RecordedLog log) {
    return events(log)
        .filter(GenerationCompleted.class::isInstance)
        .map(GenerationCompleted.class::cast)
        .flatMap(generation -> generation.getEvaluated().stream());
  }

  private static Stream<Object> events(RecordedLog log) {
    return log.events().stream().map(LoggedEvent::event);
  }
}
