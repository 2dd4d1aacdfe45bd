package io.scarlet.quality;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Serializable;
import java.util.Set;

/**
 * Java's own serialization, by which bytes of somebody else decide which classes are made. Avro
 * makes its records capable of it; exceptions and enumerations cannot help it.
 */
final class Serialization {

  private static final String EVENTS = "io.scarlet.events..";

  private static final Set<String> STREAMS =
      Set.of(
          "java.io.ObjectInput",
          "java.io.ObjectInputStream",
          "java.io.ObjectOutput",
          "java.io.ObjectOutputStream",
          "java.io.Externalizable",
          "java.beans.XMLDecoder",
          "java.rmi.MarshalledObject");

  static final ArchRule NOBODY_READS_OR_WRITES_OBJECTS =
      noClasses()
          .that()
          .resideOutsideOfPackage(EVENTS)
          .should()
          .dependOnClassesThat(
              describe("serialize objects", type -> STREAMS.contains(type.getName())))
          .because(
              "whoever sends bytes must not choose classes: events are Avro, files have formats");

  static final ArchRule NOTHING_IS_MADE_FOR_IT =
      noClasses()
          .that()
          .resideOutsideOfPackage(EVENTS)
          .and(
              describe(
                  "are neither exceptions nor enumerations",
                  (JavaClass type) ->
                      !type.isAssignableTo(Throwable.class) && !type.isAssignableTo(Enum.class)))
          .should()
          .beAssignableTo(Serializable.class)
          .because("what can be serialized will be");

  private Serialization() {}
}
