package io.scarlet.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The registry's settings, read from the registry that the tests run. */
final class RegistrySettings {

  private static final Path APPLICATION =
      Path.of("..", "..", "testing", "target", "registry", "app");

  private static final Set<String> NAMES = read();

  private RegistrySettings() {}

  /** As environment variables. */
  static Set<String> names() {
    return NAMES;
  }

  private static Set<String> read() {
    try (Stream<Path> jars = Files.list(APPLICATION);
        JarFile jar = new JarFile(jars.findFirst().orElseThrow().toFile())) {
      Stream<String> texts =
          Stream.concat(
              new String(bytes(jar, "application.properties"), UTF_8)
                  .lines()
                  .map(line -> line.split("=", 2)[0].strip()),
              texts(
                  bytes(
                      jar,
                      "io/apicurio/registry/storage/impl/kafkasql/KafkaSqlConfiguration.class")));
      return texts
          .filter(text -> text.matches("apicurio\\.[a-z.-]+"))
          .map(MappedSettings::variable)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("the registry is not unpacked: build the module testing", e);
    }
  }

  private static byte[] bytes(JarFile jar, String entry) throws IOException {
    return jar.getInputStream(jar.getEntry(entry)).readAllBytes();
  }

  private static Stream<String> texts(byte[] classFile) {
    return StreamSupport.stream(ClassFile.of().parse(classFile).constantPool().spliterator(), false)
        .filter(Utf8Entry.class::isInstance)
        .map(entry -> ((Utf8Entry) entry).stringValue());
  }
}
