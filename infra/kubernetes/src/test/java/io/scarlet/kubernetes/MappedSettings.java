package io.scarlet.kubernetes;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings that an interface maps, by the rules of SmallRye Config. */
final class MappedSettings {

  private MappedSettings() {}

  /** As environment variables. */
  static Set<String> of(Class<?> mapping) {
    return defaults(mapping).keySet().stream()
        .map(MappedSettings::variable)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** With what each is where it is not set. */
  static Map<String, Optional<String>> defaults(Class<?> mapping) {
    return values(mapping, mapping.getAnnotation(ConfigMapping.class).prefix())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The environment variable of a setting. */
  static String variable(String setting) {
    return setting.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static Stream<Map.Entry<String, Optional<String>>> values(Class<?> group, String prefix) {
    return Stream.of(group.getMethods())
        .filter(method -> !method.isDefault())
        .flatMap(
            method -> {
              String name = name(method, prefix);
              return isGroup(method.getGenericReturnType())
                  ? values(method.getReturnType(), name)
                  : Stream.of(Map.entry(name, standard(method)));
            });
  }

  private static Optional<String> standard(Method method) {
    return Optional.ofNullable(method.getAnnotation(WithDefault.class)).map(WithDefault::value);
  }

  private static String name(Method method, String prefix) {
    if (method.isAnnotationPresent(WithParentName.class)) {
      return prefix;
    }
    String own =
        Optional.ofNullable(method.getAnnotation(WithName.class))
            .map(WithName::value)
            .orElseGet(() -> method.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2"));
    return prefix + "." + own.toLowerCase(Locale.ROOT);
  }

  /** A value has a type of a library, a group one of the program. */
  private static boolean isGroup(Type type) {
    return type instanceof Class<?> plain
        && plain.isInterface()
        && (plain.getName().startsWith("io.scarlet.") || plain.getName().startsWith("io.quarkus."));
  }
}
