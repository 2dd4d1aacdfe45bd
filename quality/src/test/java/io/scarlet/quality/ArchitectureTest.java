package io.scarlet.quality;

import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void modulesKnowOnlyWhatTheGraphAllows() {
    Modules.GRAPH.check(Production.CLASSES);
  }

  @Test
  void theCoreIsPlainJava() {
    Packages.CORE_IS_PLAIN_JAVA.check(Production.CLASSES);
  }

  @Test
  void theCoreReadsNeitherClockNorChance() {
    Reproducibility.CORE_READS_NEITHER_CLOCK_NOR_CHANCE.check(Production.CLASSES);
  }

  @Test
  void parsersAreUsedInIoPackagesOnly() {
    Packages.PARSERS_STAY_IN_IO.check(Production.CLASSES);
  }

  @Test
  void vectorsAreUsedInTheirBackendOnly() {
    Packages.VECTORS_STAY_IN_THEIR_BACKEND.check(Production.CLASSES);
  }

  @Test
  void nd4jIsUsedInItsBackendOnly() {
    Packages.ND4J_STAYS_IN_ITS_BACKEND.check(Production.CLASSES);
  }

  @Test
  void clientsOfTheRegistryStayInTheirAdapters() {
    Packages.REGISTRY_CLIENTS_STAY_IN_THEIR_ADAPTERS.check(Production.CLASSES);
  }

  @Test
  void correlationsAreComputedForStudiesOnly() {
    Packages.HIPPARCHUS_STAYS_IN_STATISTICS.check(Production.CLASSES);
  }

  @Test
  void scoringKnowsNothingOfTheLog() {
    Packages.SCORING_KNOWS_NO_LOG.check(Production.CLASSES);
  }

  @Test
  void rankingKnowsNothingOfNetworks() {
    Packages.RANKING_KNOWS_NO_NETWORK.check(Production.CLASSES);
  }

  @Test
  void theLeashNeedsNothingButTheJdk() {
    Packages.LEASH_NEEDS_A_JDK_ONLY.check(Production.CLASSES);
  }

  @Test
  void nothingIsReadOrWrittenByJavasOwnSerialization() {
    Serialization.NOBODY_READS_OR_WRITES_OBJECTS.check(Production.CLASSES);
    Serialization.NOTHING_IS_MADE_FOR_IT.check(Production.CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    Packages.NO_CYCLES.check(Production.CLASSES);
  }

  @Test
  void noClassHasANameThatFitsEverything() {
    Packages.NAMES_SAY_SOMETHING.check(Production.CLASSES);
  }
}
