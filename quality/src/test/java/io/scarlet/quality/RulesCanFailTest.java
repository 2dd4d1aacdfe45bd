package io.scarlet.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.scarlet.events.Direction;
import io.scarlet.evolution.counterexample.DrawsByChance;
import io.scarlet.evolution.counterexample.NeedsThere;
import io.scarlet.evolution.counterexample.ParsesXml;
import io.scarlet.evolution.counterexample.PathUtil;
import io.scarlet.evolution.counterexample.ReadsObjects;
import io.scarlet.evolution.counterexample.ReadsTheClock;
import io.scarlet.evolution.counterexample.SeesEvents;
import io.scarlet.evolution.counterexample.SpeaksKafka;
import io.scarlet.evolution.counterexample.there.NeedsHere;
import org.junit.jupiter.api.Test;

/** A rule that cannot fail proves nothing: here each meets a class that breaks it. */
class RulesCanFailTest {

  @Test
  void aClockInTheCoreIsFound() {
    assertThat(violations(Reproducibility.CORE_READS_NEITHER_CLOCK_NOR_CHANCE, ReadsTheClock.class))
        .contains("Instant.now", "System.nanoTime");
  }

  @Test
  void ambientRandomnessInTheCoreIsFound() {
    assertThat(violations(Reproducibility.CORE_READS_NEITHER_CLOCK_NOR_CHANCE, DrawsByChance.class))
        .contains("Math.random", "java.util.Random.<init>", "UUID.randomUUID");
  }

  @Test
  void kafkaInTheCoreIsFound() {
    assertThat(violations(Packages.CORE_IS_PLAIN_JAVA, SpeaksKafka.class))
        .contains("org.apache.kafka.common.TopicPartition");
  }

  @Test
  void anEventInTheCoreIsFound() {
    assertThat(violations(Packages.CORE_IS_PLAIN_JAVA, SeesEvents.class))
        .contains("io.scarlet.events.Direction");
  }

  @Test
  void anEdgeThatTheModuleGraphLacksIsFound() {
    assertThat(violations(Modules.GRAPH, SeesEvents.class, Direction.class))
        .contains("SeesEvents.direction> has type <io.scarlet.events.Direction>");
  }

  @Test
  void aParserOutsideOfAnIoPackageIsFound() {
    assertThat(violations(Packages.PARSERS_STAY_IN_IO, ParsesXml.class))
        .contains("javax.xml.parsers.DocumentBuilderFactory");
  }

  @Test
  void whatJavasOwnSerializationReadsIsFound() {
    assertThat(violations(Serialization.NOBODY_READS_OR_WRITES_OBJECTS, ReadsObjects.class))
        .contains("java.io.ObjectInputStream");
    assertThat(violations(Serialization.NOTHING_IS_MADE_FOR_IT, ReadsObjects.class))
        .contains("ReadsObjects");
  }

  @Test
  void aCycleOfTwoPackagesIsFound() {
    assertThat(violations(Packages.NO_CYCLES, NeedsThere.class, NeedsHere.class))
        .contains("Cycle detected");
  }

  @Test
  void aNameThatFitsEverythingIsFound() {
    assertThat(violations(Packages.NAMES_SAY_SOMETHING, PathUtil.class)).contains("PathUtil");
  }

  private static String violations(ArchRule rule, Class<?>... wrong) {
    return rule.allowEmptyShould(true)
        .evaluate(new ClassFileImporter().importClasses(wrong))
        .getFailureReport()
        .toString();
  }
}
