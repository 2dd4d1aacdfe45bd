package io.scarlet.evolver.rest;

import io.scarlet.evolver.EvolverStores;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which instance of the evolver has which searches. Each folds the searches of its partitions and
 * knows no others; Kafka Streams tells all of them the addresses of all.
 */
@ApplicationScoped
class Instances {

  private final KafkaStreams streams;
  private final Optional<String> own;

  Instances(
      KafkaStreams streams,
      @ConfigProperty(name = "quarkus.kafka-streams.application-server") Optional<String> own) {
    this.streams = streams;
    this.own = own;
  }

  /**
   * The instance that has a search, or would have it.
   *
   * @return empty where it is this one, or where instances have no addresses
   * @throws ProblemException while partitions are being shared out
   */
  Optional<URI> ownerOf(String searchId) {
    checkShared();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    KeyQueryMetadata owner;
    try {
      owner = streams.queryMetadataForKey(EvolverStores.JOURNAL, searchId, new StringSerializer());
    } catch (IllegalStateException starting) {
      throw restless();
    }
    if (owner.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
      throw restless();
    }
    return address(owner.activeHost());
  }

  /** The addresses of all other instances that have searches. */
  List<URI> others() {
    checkShared();
    try {
      return streams.streamsMetadataForStore(EvolverStores.JOURNAL).stream()
          .map(StreamsMetadata::hostInfo)
          .flatMap(host -> address(host).stream())
          .sorted()
          .toList();
    } catch (IllegalStateException starting) {
      throw restless();
    }
  }

  private Optional<URI> address(HostInfo host) {
    String address = host.host() + ":" + host.port();
    return host.equals(HostInfo.unavailable()) || own.filter(address::equals).isPresent()
        ? Optional.empty()
        : Optional.of(URI.create("http://" + address));
  }

  /** Until the streams run, this instance may not know yet what it has. */
  private void checkShared() {
    switch (streams.state()) {
      case RUNNING -> {
        // It knows what it has.
      }
      case ERROR, PENDING_ERROR ->
          throw ProblemException.unavailable(
              "the evolver has stopped on a failure: its log says why");
      default -> throw restless();
    }
  }

  private static ProblemException restless() {
    return ProblemException.unavailable(
        "the searches are being shared out among the instances: ask again");
  }
}
