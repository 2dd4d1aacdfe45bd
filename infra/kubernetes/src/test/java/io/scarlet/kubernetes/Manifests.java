package io.scarlet.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Objects that are applied together.
 *
 * @param all in the order in which they are written
 */
record Manifests(List<Manifest> all) {

  /** Folder of the manifests. */
  static final Path FOLDER = Path.of("").toAbsolutePath();

  private static final String KUSTOMIZATION = "kustomization.yaml";

  /** What kubectl, or a list of files, has written. */
  static Manifests parse(String yaml) {
    Load load = new Load(LoadSettings.builder().build());
    return new Manifests(
        StreamSupport.stream(load.loadAllFromString(yaml).spliterator(), false)
            .map(document -> new Manifest(Manifest.mapIn(document)))
            .toList());
  }

  /** The objects of a file. */
  static Manifests file(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files that a kustomization lists, as they are: no patch is applied. */
  static Manifests files(Path folder) {
    return new Manifests(
        listed(folder, "resources").flatMap(path -> resource(folder.resolve(path))).toList());
  }

  /** Paths of the components that a kustomization adds, from its folder. */
  static Stream<String> components(Path folder) {
    return listed(folder, "components");
  }

  /**
   * What is wrong with containers, each line with the title of the object that has them.
   *
   * @param rule faults of a container of an object
   */
  Stream<String> inContainers(BiFunction<Manifest, Map<String, Object>, Stream<String>> rule) {
    return all.stream()
        .flatMap(
            each ->
                each.containers()
                    .flatMap(container -> rule.apply(each, container))
                    .map(fault -> each.title() + ": " + fault));
  }

  /** The kustomizations below a folder: every overlay, for instance. */
  static List<Path> kustomizations(String folder) {
    try (Stream<Path> found = Files.list(FOLDER.resolve(folder))) {
      return found.filter(each -> Files.exists(each.resolve(KUSTOMIZATION))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stream<Manifest> of(String kind) {
    return all.stream().filter(each -> each.kind().equals(kind));
  }

  Optional<Manifest> find(String kind, String name) {
    return of(kind).filter(each -> each.name().equals(name)).findFirst();
  }

  boolean has(String kind, String name) {
    return find(kind, name).isPresent();
  }

  /**
   * Whether the pods of one of these have all these labels; the brokers' pods are the operator's.
   */
  boolean podsWith(Map<String, Object> labels) {
    return labels.containsKey("strimzi.io/cluster")
        ? has("Kafka", String.valueOf(labels.get("strimzi.io/cluster")))
        : all.stream().anyMatch(each -> each.podLabels().entrySet().containsAll(labels.entrySet()));
  }

  private static Stream<Manifest> resource(Path path) {
    return (Files.isDirectory(path) ? files(path) : file(path)).all().stream();
  }

  private static Stream<String> listed(Path folder, String what) {
    Manifest kustomization = file(folder.resolve(KUSTOMIZATION)).all().getFirst();
    return kustomization.content().get(what) instanceof List<?> paths
        ? paths.stream().map(String::valueOf)
        : Stream.of();
  }
}
