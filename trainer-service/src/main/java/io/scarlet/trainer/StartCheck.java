package io.scarlet.trainer;

import io.quarkus.runtime.StartupEvent;
import io.scarlet.schemas.AccessCatalogue;
import io.scarlet.schemas.kafka.KafkaConnection;
import io.scarlet.schemas.kafka.TopicCheck;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.apache.kafka.clients.admin.Admin;

/** Verifies the topics before the first channel opens; the service does not start without them. */
@ApplicationScoped
class StartCheck {

  private final KafkaConnection broker;
  private final TrainerSettings settings;

  StartCheck(KafkaConnection broker, TrainerSettings settings) {
    this.broker = broker;
    this.settings = settings;
  }

  void verify(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    try (Admin admin = broker.admin()) {
      new TopicCheck(admin, broker).verify(AccessCatalogue.TRAINER, settings.trainer().patience());
    }
  }
}
