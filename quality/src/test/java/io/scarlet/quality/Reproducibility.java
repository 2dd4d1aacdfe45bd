package io.scarlet.quality;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/**
 * What would make two runs of one request differ. Randomness in the core is a pure function of
 * coordinates; time does not exist there.
 */
final class Reproducibility {

  private static final Set<String> SOURCES =
      Set.of(
          "java.time.Clock",
          "java.security.SecureRandom",
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.random.RandomGenerator");

  private static final Set<String> METHODS =
      Set.of(
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.identityHashCode",
          "java.lang.System.nanoTime",
          "java.util.Collections.shuffle",
          "java.util.UUID.randomUUID");

  static final ArchRule CORE_READS_NEITHER_CLOCK_NOR_CHANCE =
      noClasses()
          .that()
          .resideInAnyPackage(Modules.CORE)
          .should()
          .accessTargetWhere(
              DescribedPredicate.<JavaAccess<?>>describe(
                  "it is a clock or ambient randomness", access -> isForbidden(access.getTarget())))
          .because("a search must replay from its log to the same result, byte for byte");

  private Reproducibility() {}

  private static boolean isForbidden(AccessTarget target) {
    String owner = target.getOwner().getName();
    boolean now = owner.startsWith("java.time.") && target.getName().equals("now");
    return now || SOURCES.contains(owner) || METHODS.contains(owner + "." + target.getName());
  }
}
