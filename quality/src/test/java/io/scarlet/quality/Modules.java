package io.scarlet.quality;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * Which module may know which. This is the whole graph; what it does not list is forbidden.
 *
 * <pre>
 * search-space   io.scarlet.space                      nothing
 * evolution      io.scarlet.evolution                  search-space
 * supernet       io.scarlet.supernet                   search-space
 * backend        io.scarlet.backend                    search-space, supernet
 * artifact-store io.scarlet.store                      supernet
 * schemas        io.scarlet.schemas, io.scarlet.events nothing
 * confluent-serde io.scarlet.confluent                 schemas
 * trainer        io.scarlet.trainer                    search-space, supernet, artifact-store,
 *                                                      schemas
 * evaluator      io.scarlet.evaluator                  search-space, supernet, artifact-store,
 *                                                      schemas
 * search-log     io.scarlet.log                        search-space, evolution, schemas
 * search-request io.scarlet.request                    search-space, schemas
 * model-export   io.scarlet.export                     search-space, supernet
 * rest-api       io.scarlet.rest                       nothing
 * evolver        io.scarlet.evolver                    search-space, evolution, supernet,
 *                                                      artifact-store, schemas, search-log,
 *                                                      search-request, model-export, rest-api
 * bench          io.scarlet.bench                      search-space, evolution, supernet, backend
 * plot           io.scarlet.plot                       nothing
 * study          io.scarlet.study                      search-space, supernet, plot
 * local          io.scarlet.local, io.scarlet.cli      search-space, supernet, schemas, search-log,
 *                                                      search-request, model-export, rest-api,
 *                                                      plot
 * testing        io.scarlet.testing                    schemas
 * </pre>
 *
 * <p>The first four are the core. It sees no event and no service, so what a search decides can be
 * read, tested and replayed without a broker. Services do not know one another either: they meet on
 * the log only. Nor do the trainer and the evaluator know a backend: which one computes is a
 * setting. The command line reads a data set before anything starts, so that a wrong folder costs a
 * second, and what a model says about itself; for these alone it knows the supernet. So does the
 * evolver, which hands out models as files for other programs: it reads them from the artifact
 * store, and computes nothing. The command line starts the benchmarks and the studies as processes
 * and knows nothing of them.
 */
final class Modules {

  /** Packages of the core, as ArchUnit writes them. */
  static final String[] CORE = {
    "io.scarlet.space..", "io.scarlet.evolution..", "io.scarlet.supernet..", "io.scarlet.backend.."
  };

  static final ArchRule GRAPH =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("search-space")
          .definedBy("io.scarlet.space..")
          .layer("evolution")
          .definedBy("io.scarlet.evolution..")
          .layer("supernet")
          .definedBy("io.scarlet.supernet..")
          .layer("backend")
          .definedBy("io.scarlet.backend..")
          .layer("artifact-store")
          .definedBy("io.scarlet.store..")
          .layer("schemas")
          .definedBy("io.scarlet.schemas..", "io.scarlet.events..")
          .layer("confluent-serde")
          .definedBy("io.scarlet.confluent..")
          .layer("search-log")
          .definedBy("io.scarlet.log..")
          .layer("search-request")
          .definedBy("io.scarlet.request..")
          .layer("model-export")
          .definedBy("io.scarlet.export..")
          .layer("rest-api")
          .definedBy("io.scarlet.rest..")
          .layer("trainer")
          .definedBy("io.scarlet.trainer..")
          .layer("evaluator")
          .definedBy("io.scarlet.evaluator..")
          .layer("evolver")
          .definedBy("io.scarlet.evolver..")
          .layer("bench")
          .definedBy("io.scarlet.bench..")
          .layer("plot")
          .definedBy("io.scarlet.plot..")
          .layer("study")
          .definedBy("io.scarlet.study..")
          .layer("local")
          .definedBy("io.scarlet.local..", "io.scarlet.cli..")
          .layer("testing")
          .definedBy("io.scarlet.testing..")
          .whereLayer("search-space")
          .mayNotAccessAnyLayer()
          .whereLayer("evolution")
          .mayOnlyAccessLayers("search-space")
          .whereLayer("supernet")
          .mayOnlyAccessLayers("search-space")
          .whereLayer("backend")
          .mayOnlyAccessLayers("search-space", "supernet")
          .whereLayer("artifact-store")
          .mayOnlyAccessLayers("supernet")
          .whereLayer("schemas")
          .mayNotAccessAnyLayer()
          .whereLayer("confluent-serde")
          .mayOnlyAccessLayers("schemas")
          .whereLayer("search-log")
          .mayOnlyAccessLayers("search-space", "evolution", "schemas")
          .whereLayer("search-request")
          .mayOnlyAccessLayers("search-space", "schemas")
          .whereLayer("model-export")
          .mayOnlyAccessLayers("search-space", "supernet")
          .whereLayer("rest-api")
          .mayNotAccessAnyLayer()
          .whereLayer("trainer")
          .mayOnlyAccessLayers("search-space", "supernet", "artifact-store", "schemas")
          .whereLayer("evaluator")
          .mayOnlyAccessLayers("search-space", "supernet", "artifact-store", "schemas")
          .whereLayer("evolver")
          .mayOnlyAccessLayers(
              "search-space",
              "evolution",
              "supernet",
              "artifact-store",
              "schemas",
              "search-log",
              "search-request",
              "model-export",
              "rest-api")
          .whereLayer("bench")
          .mayOnlyAccessLayers("search-space", "evolution", "supernet", "backend")
          .whereLayer("plot")
          .mayNotAccessAnyLayer()
          .whereLayer("study")
          .mayOnlyAccessLayers("search-space", "supernet", "plot")
          .whereLayer("local")
          .mayOnlyAccessLayers(
              "search-space",
              "supernet",
              "schemas",
              "search-log",
              "search-request",
              "model-export",
              "rest-api",
              "plot")
          .whereLayer("testing")
          .mayOnlyAccessLayers("schemas");

  private Modules() {}
}
