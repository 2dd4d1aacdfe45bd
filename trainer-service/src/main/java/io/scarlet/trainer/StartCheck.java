package io.scarlet.trainer;

import io.quarkus.runtime.StartupEvent;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.TopicCheck;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Verifies the topics before the first channel opens; the service does not start without them. */
@ApplicationScoped
class StartCheck {

  private final Map<String, Object> kafka;
  private final TrainerSettings settings;

  StartCheck(
      @Identifier("default-kafka-broker") Map<String, Object> kafka, TrainerSettings settings) {
    this.kafka = kafka;
    this.settings = settings;
  }

  void verify(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    try (Admin admin = Admin.create(kafka)) {
      new TopicCheck(admin)
          .verify(
              List.of(
                  TopicCatalogue.SEARCHES,
                  TopicCatalogue.CHECKPOINTS,
                  TopicCatalogue.PROGRESS,
                  TopicCatalogue.FINALISTS,
                  TopicCatalogue.MODELS),
              settings.trainer().patience());
    }
  }
}
