package io.scarlet.kubernetes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Docker Compose starts.
 *
 * @param content of the file
 */
record Compose(Manifest content) {

  /** Programs of others, whose settings are not known here. */
  private static final Set<String> FOREIGN = Set.of("kafka", "owner");

  private static final List<String> ADDRESSES =
      List.of(
          "KAFKA_BOOTSTRAP_SERVERS", "SCARLET_REGISTRY_URL", "APICURIO_KAFKASQL_BOOTSTRAP_SERVERS");

  /** The file of the project. */
  static Compose ofProject() throws IOException {
    Path file = Manifests.FOLDER.resolve("../compose/compose.yaml");
    return new Compose(Manifests.parse(Files.readString(file)).all().getFirst());
  }

  Map<String, Object> service(String name) {
    return merged(content.map("services", name));
  }

  Map<String, Object> environment(String service) {
    return merged(Manifest.mapIn(service(service).get("environment")));
  }

  /** What is wrong, each in one line that names the service. */
  List<String> faults() {
    return content.map("services").keySet().stream()
        .flatMap(
            name ->
                Stream.of(
                        image(name),
                        settings(name),
                        token(name),
                        store(name),
                        addresses(name),
                        volumes(name),
                        order(name))
                    .flatMap(faults -> faults)
                    .map(fault -> name + ": " + fault))
        .toList();
  }

  /** Images of the project have its version, unless somebody asks for another. */
  private Stream<String> image(String service) {
    String image = String.valueOf(service(service).get("image"));
    String expected = "${SCARLET_VERSION:-%s}".formatted(ImageRule.VERSION);
    return image.startsWith("scarlet/") && !image.endsWith(":" + expected)
        ? Stream.of("%s is not the build's %s".formatted(image, expected))
        : Stream.of();
  }

  private Stream<String> settings(String service) {
    return FOREIGN.contains(service)
        ? Stream.of()
        : environment(service).keySet().stream()
            .filter(name -> !Program.named(service).settings().contains(name))
            .map(name -> name + " is no setting");
  }

  /** Addresses name a service, and a port that it listens at. */
  private Stream<String> addresses(String service) {
    Set<String> known = Set.of("kafka:9092", "registry:8080");
    return ADDRESSES.stream()
        .map(name -> environment(service).get(name))
        .filter(address -> address != null)
        .map(address -> String.valueOf(address))
        .map(address -> address.contains("://") ? URI.create(address).getAuthority() : address)
        .filter(address -> !known.contains(address))
        .map(address -> "nobody is at " + address);
  }

  /** A token has no default, so that everybody makes one. */
  private Stream<String> token(String service) {
    String token = String.valueOf(environment(service).get(TokenRule.TOKEN));
    return !Program.named(service).settings().contains(TokenRule.TOKEN)
            || token.startsWith("${%s:?".formatted(TokenRule.TOKEN))
        ? Stream.of()
        : Stream.of("%s is %s, not asked of who starts it".formatted(TokenRule.TOKEN, token));
  }

  private Stream<String> store(String service) {
    if (!Program.named(service).settings().contains(StoreRule.STORE)) {
      return Stream.of();
    }
    Object url = environment(service).get(StoreRule.STORE);
    if (url == null) {
      return Stream.of("gets no " + StoreRule.STORE);
    }
    String mount =
        "store:%s%s"
            .formatted(
                URI.create(String.valueOf(url)).getPath(),
                service.equals(StoreRule.WRITER) ? "" : ":ro");
    return mounts(service).contains(mount) ? Stream.of() : Stream.of("does not mount " + mount);
  }

  private Stream<String> volumes(String service) {
    return mounts(service).stream()
        .map(mount -> mount.split(":", 2)[0])
        .filter(source -> source.matches("[a-z]+"))
        .filter(source -> !content.map("volumes").containsKey(source))
        .map(source -> "no volume " + source);
  }

  private List<String> mounts(String service) {
    Object mounted = service(service).get("volumes");
    return (mounted instanceof List<?> list ? list : List.of())
        .stream().map(String::valueOf).toList();
  }

  private Stream<String> order(String service) {
    return Manifest.mapIn(service(service).get("depends_on")).keySet().stream()
        .filter(name -> !content.map("services").containsKey(name))
        .map(name -> "waits for " + name + ", which there is not");
  }

  /** With what is referred to by {@code <<}, as Compose has it. */
  private static Map<String, Object> merged(Map<String, Object> map) {
    Map<String, Object> all = new LinkedHashMap<>(Manifest.mapIn(map.get("<<")));
    all.putAll(map);
    all.remove("<<");
    return all;
  }
}
