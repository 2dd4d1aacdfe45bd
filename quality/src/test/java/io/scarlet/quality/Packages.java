package io.scarlet.quality;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/** What packages may use, within a module and from elsewhere. */
final class Packages {

  /**
   * The core needs a JDK and a YAML parser; the backends add vectors and ND4J, predictions a solver
   * of linear equations.
   */
  static final ArchRule CORE_IS_PLAIN_JAVA =
      classes()
          .that()
          .resideInAnyPackage(Modules.CORE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.scarlet.space..",
              "io.scarlet.evolution..",
              "io.scarlet.supernet..",
              "io.scarlet.backend..",
              "java..",
              "javax.imageio..",
              "org.snakeyaml..",
              "jdk.incubator.vector..",
              "org.nd4j..",
              "org.bytedeco.javacpp")
          .because(
              "the core decides and computes; Quarkus, Kafka, CDI, Jackson and Avro are for the"
                  + " services around it");

  /** The schemas' way to Kafka is no file: it speaks JSON to the registry. */
  static final ArchRule PARSERS_STAY_IN_IO =
      noClasses()
          .that()
          .resideOutsideOfPackages("..io", "io.scarlet.schemas.kafka")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.snakeyaml..",
              "org.yaml..",
              "com.fasterxml.jackson..",
              "javax.imageio..",
              "javax.xml..",
              "org.w3c..",
              "org.xml..")
          .because("how a file is written down must be able to change without what it means");

  static final ArchRule VECTORS_STAY_IN_THEIR_BACKEND =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.scarlet.backend.cpu")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.incubator.vector..")
          .because("the Vector API is incubating: what changes in it must change one package only");

  static final ArchRule ND4J_STAYS_IN_ITS_BACKEND =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.scarlet.backend.portable")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j..", "org.bytedeco..")
          .because("a build without ND4J must run, and another library may take its place");

  static final ArchRule REGISTRY_CLIENTS_STAY_IN_THEIR_ADAPTERS =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.scarlet.schemas.kafka", "io.scarlet.confluent")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.apicurio..", "com.microsoft.kiota..", "io.confluent..")
          .because("either client of the registry may take the other's place");

  static final ArchRule HIPPARCHUS_STAYS_IN_STATISTICS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.scarlet.study.statistic")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.hipparchus..")
          .because("what a figure means must not depend on who computes it");

  static final ArchRule SCORING_KNOWS_NO_LOG =
      noClasses()
          .that()
          .resideInAPackage("io.scarlet.evaluator.scoring")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.scarlet.events..",
              "io.scarlet.schemas..",
              "org.apache.kafka..",
              "org.apache.avro..")
          .because("how a candidate is scored does not depend on how it arrived");

  static final ArchRule RANKING_KNOWS_NO_NETWORK =
      noClasses()
          .that()
          .resideInAPackage("io.scarlet.evolution.ranking")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.scarlet.space..", "io.scarlet.evolution", "..breeding", "..prediction")
          .because("dominance, crowding and hypervolume are geometry");

  static final ArchRule LEASH_NEEDS_A_JDK_ONLY =
      classes()
          .that()
          .resideInAPackage("io.scarlet.local.leash")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "io.scarlet.local.leash")
          .because("it shares a class path with programs of others");

  static final ArchRule NO_CYCLES =
      slices()
          .matching("io.scarlet.(**)")
          .should()
          .beFreeOfCycles()
          .because("two packages that need each other are one");

  static final ArchRule NAMES_SAY_SOMETHING =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl)")
          .because("such a name fits everything: use the field's term for what the class does");

  private Packages() {}
}
