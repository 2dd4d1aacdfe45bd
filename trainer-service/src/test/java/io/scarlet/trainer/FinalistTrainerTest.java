package io.scarlet.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.scarlet.events.ArtifactReference;
import io.scarlet.events.FinalistChosen;
import io.scarlet.events.ModelProgressed;
import io.scarlet.events.ModelTrained;
import io.scarlet.events.SearchDeleted;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.supernet.checkpoint.Artifact;
import io.scarlet.supernet.checkpoint.io.FileArtifactStore;
import io.scarlet.supernet.checkpoint.io.SafetensorsFile;
import io.scarlet.supernet.model.TrainedModel;
import io.scarlet.testing.KafkaStackResource;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finalists on the whole service, with a real broker and a real registry. */
@QuarkusTest
@QuarkusTestResource(
    value = KafkaStackResource.class,
    initArgs = @ResourceArg(name = "client", value = "trainer"))
@QuarkusTestResource(ScratchFilesResource.class)
class FinalistTrainerTest {

  @ConfigProperty(name = "test.broker")
  String bootstrapServers;

  @ConfigProperty(name = "test.registry")
  URI registry;

  @ConfigProperty(name = "scarlet.store.url")
  URI store;

  @ConfigProperty(name = "test.pictures")
  String pictures;

  private TrainingEvents events;

  @BeforeEach
  void openLog() {
    events = new TrainingEvents(bootstrapServers, registry, pictures);
  }

  @Test
  void a_finalist_becomes_a_model_that_says_what_it_is() throws Exception {
    choose(events.finalist("final", "01"));

    ModelTrained trained = models("final", 1).getFirst();

    assertThat(trained.getFailure()).isNull();
    assertThat(trained.getTestPictures()).isEqualTo(50);
    assertThat(trained.getSupernetAccuracy()).isEqualTo(0.5);
    TrainedModel model = load(trained.getArtifacts().getFirst());
    assertThat(model.facts().code()).isEqualTo("01");
    assertThat(model.facts().test().accuracy()).isEqualTo(trained.getTestAccuracy());
    assertThat(model.facts().data().sha256()).hasSize(64);
    assertThat(model.facts().origin()).containsEntry("candidate", "final-g000-s00");
    assertThat(progress("final", 2)).extracting(ModelProgressed::getEpoch).containsExactly(1, 2);
  }

  @Test
  void one_that_is_trained_already_is_not_trained_again() {
    FinalistChosen finalist = events.finalist("twice", "00");
    choose(finalist);
    choose(finalist);
    choose(events.finalist("behind-twice", "00"));
    models("behind-twice", 1);

    assertThat(models("twice", 1)).hasSize(1);
  }

  @Test
  void one_that_cannot_be_trained_says_why_and_stops_nothing() {
    FinalistChosen lost = events.finalist("nowhere", "00");
    lost.getData().setSet("/no/such/folder");
    choose(lost);
    FinalistChosen bare = events.finalist("bare", "00");
    bare.setRecipe(null);
    choose(bare);
    choose(events.finalist("sound", "00"));

    assertThat(models("sound", 1).getFirst().getFailure()).isNull();
    assertThat(models("nowhere", 1).getFirst().getFailure())
        .contains("there is no folder /no/such/folder");
    assertThat(models("bare", 1).getFirst().getFailure()).contains("without data or recipe");
  }

  @Test
  void its_training_ends_when_its_search_is_deleted() {
    events.request(events.tiny("forgotten"));
    FinalistChosen endless = events.finalist("forgotten", "00");
    endless.getRecipe().setEpochs(1_000_000);
    choose(endless);
    choose(events.finalist("behind-forgotten", "00"));

    events.publish(TopicCatalogue.SEARCHES, "forgotten", new SearchDeleted("forgotten"));

    assertThat(models("behind-forgotten", 1)).hasSize(1);
    assertThat(models("forgotten", 1))
        .singleElement()
        .extracting(ModelTrained::getFailure)
        .isEqualTo("its search was stopped or deleted, so was its training");
  }

  private void choose(FinalistChosen finalist) {
    events.publish(TopicCatalogue.FINALISTS, finalist.getSearchId(), finalist);
  }

  private List<ModelTrained> models(String search, int count) {
    return events.read(
        TopicCatalogue.MODELS,
        ModelTrained.class,
        event -> event.getSearchId().equals(search),
        count);
  }

  private List<ModelProgressed> progress(String search, int count) {
    return events.read(
        TopicCatalogue.MODELS,
        ModelProgressed.class,
        event -> event.getSearchId().equals(search),
        count);
  }

  private TrainedModel load(ArtifactReference reference) throws Exception {
    return TrainedModel.read(
        SafetensorsFile.read(
            FileArtifactStore.at(store)
                .fetch(
                    new Artifact(reference.getUri(), reference.getSha256(), reference.getSize()))));
  }
}
