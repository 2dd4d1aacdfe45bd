package io.scarlet.cli;

import io.scarlet.cli.io.ClusterSettings;
import io.scarlet.cli.io.StackUnavailable;
import io.scarlet.request.RequestRefused;
import io.scarlet.schemas.Access;
import io.scarlet.schemas.AccessCatalogue;
import io.scarlet.schemas.TopicCatalogue;
import io.scarlet.schemas.kafka.TopicPreparation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scarlet prepare}: a cluster elsewhere gets what services need. */
@Command(
    name = "prepare",
    description = {
      "Makes the topics of a cluster, with their settings, and registers their schemas.",
      "What is there already stays; doing it twice changes nothing."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class PrepareCommand implements Callable<Integer> {

  @Option(
      names = "--settings",
      required = true,
      paramLabel = "FILE",
      description = "Properties as services have them: kafka.* and scarlet.registry.*")
  private Path settings;

  @Option(
      names = "--grant",
      paramLabel = "CLIENT=PRINCIPAL",
      description = "Grants a service its rights: --grant evaluator=User:evaluator, for instance.")
  private Map<String, String> grants = Map.of();

  @Mixin private Answer answer;

  PrepareCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    ProgramLog.toNowhere();
    ClusterSettings cluster = ClusterSettings.read(settings);
    Map<Access, String> granted =
        grants.entrySet().stream()
            .collect(Collectors.toMap(each -> access(each.getKey()), Map.Entry::getValue));
    try (Admin admin = cluster.broker().admin()) {
      new TopicPreparation(admin, cluster.registry()).prepare(TopicCatalogue.all());
      for (Map.Entry<Access, String> each : granted.entrySet()) {
        admin.createAcls(each.getKey().bindings(each.getValue())).all().get();
      }
    } catch (ExecutionException refused) {
      throw new StackUnavailable(
          "the broker does not grant rights: " + refused.getCause().getMessage(), refused);
    } catch (KafkaException unreachable) {
      throw new RequestRefused(settings + ": " + rootOf(unreachable).getMessage());
    }
    int topics = TopicCatalogue.all().size();
    answer.give(
        "%d topics are ready, %d clients have their rights".formatted(topics, granted.size()),
        Map.of("topics", topics, "clients", granted.size()));
    return 0;
  }

  private static Access access(String client) {
    Optional<Access> named =
        AccessCatalogue.all().stream().filter(each -> each.client().equals(client)).findFirst();
    return named.orElseThrow(
        () ->
            new RequestRefused(
                "--grant %s: there is no such client. There are %s"
                    .formatted(
                        client,
                        AccessCatalogue.all().stream()
                            .map(Access::client)
                            .collect(Collectors.joining(", ")))));
  }

  private static Throwable rootOf(Throwable failure) {
    return failure.getCause() == null ? failure : rootOf(failure.getCause());
  }
}
