package org.crcgraph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.crcgraph.graph.BuildReport;
import org.crcgraph.graph.GraphBuild;
import org.crcgraph.graph.Iris;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Entity;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Register;
import org.crcgraph.query.QueryExamples;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.read.DocumentFormat;
import org.crcgraph.read.RegisterEntities;
import org.crcgraph.read.RegisterReader;
import org.crcgraph.read.RegisterTenures;
import org.crcgraph.read.ReviewReader;
import org.crcgraph.read.UnreadableDocumentException;

/**
 * Builds the graph: registers, then every document, then the swap with the old graph. A fault in
 * the registers stops the build, and the old graph stays; a document that cannot be read is a
 * problem line, and the others load.
 */
public final class Build {
  private final Path data;
  private final Path ontology;
  private final Path queries;
  private final Path output;
  private final int jobs;
  private final List<Issue> reviewIssues = Collections.synchronizedList(new ArrayList<>());
  private final List<Issue> issues = Collections.synchronizedList(new ArrayList<>());

  /**
   * Prepares a build.
   *
   * @param data folder of registers, lexicon and claims
   * @param ontology folder of the ontology
   * @param queries folder of the stored queries, which the graph describes
   * @param output folder of the graph
   * @param jobs number of documents to read at once
   */
  public Build(Path data, Path ontology, Path queries, Path output, int jobs) {
    this.data = data;
    this.ontology = ontology;
    this.queries = queries;
    this.output = output;
    this.jobs = jobs;
  }

  /** The problems that were found, in the order in which they were met. */
  public List<Issue> issues() {
    return List.copyOf(issues);
  }

  /** The inputs are faulty in a way that leaves nothing to build; {@link #issues} says how. */
  public static final class FaultyInputException extends Exception {
    private static final long serialVersionUID = 1;
  }

  /**
   * Builds.
   *
   * @param documents files to read
   * @param progress told the number of documents done
   * @throws FaultyInputException where the registers have faults; the old graph stays
   */
  public BuildReport run(List<Path> documents, Consumer<Integer> progress)
      throws IOException, FaultyInputException, InterruptedException {
    List<Register> registers = RegisterReader.read(data.resolve("registers"), issues);
    List<Entity> entities = RegisterEntities.of(registers);
    Lexicon lexicon =
        Lexicon.load(data, entities, issues).with(RegisterTenures.of(registers, entities));
    Reviews reviews =
        new Reviews(new ReviewReader(lexicon).readFolder(data.resolve("claims"), issues));
    stopAtErrors();
    try (GraphBuild build = GraphBuild.begin(Iris.CANONICAL, ontology, output)) {
      build.readFrom(data);
      build.addRegisters(registers, issues);
      stopAtErrors();
      build.addQueries(new QueryExamples(StoredQueries.load(queries)));
      addDocuments(build, new Pipeline(lexicon), reviews, documents, progress);
      List<Issue> faults = new ArrayList<>(reviewIssues);
      reviews.unsettled(faults).forEach(build::addDocument);
      issues.addAll(faults);
      // A damaged review is a fault of the data folder, as one of a register is.
      if (faults.stream().anyMatch(Build::isError)) {
        throw new FaultyInputException();
      }
      build.addIssues(issues());
      return build.finish();
    }
  }

  private void stopAtErrors() throws FaultyInputException {
    if (issues().stream().anyMatch(Build::isError)) {
      throw new FaultyInputException();
    }
  }

  private static boolean isError(Issue issue) {
    return issue.severity() == Issue.Severity.ERROR;
  }

  private void addDocuments(
      GraphBuild build,
      Pipeline pipeline,
      Reviews reviews,
      List<Path> documents,
      Consumer<Integer> progress)
      throws IOException, InterruptedException {
    // A short queue and callers that help keep a large corpus from piling up in memory.
    ExecutorService workers =
        new ThreadPoolExecutor(
            jobs,
            jobs,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(jobs * 2),
            new ThreadPoolExecutor.CallerRunsPolicy());
    List<Future<?>> running = new ArrayList<>();
    try {
      int done = 0;
      for (Path file : documents) {
        running.add(workers.submit(() -> addDocument(build, pipeline, reviews, file)));
        if (running.size() > jobs * 4) {
          await(running.remove(0));
          progress.accept(++done);
        }
      }
      for (Future<?> rest : running) {
        await(rest);
        progress.accept(++done);
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private void addDocument(GraphBuild build, Pipeline pipeline, Reviews reviews, Path file) {
    try {
      List<Issue> found = new ArrayList<>();
      Annotated annotated = pipeline.annotate(DocumentFormat.read(file, found));
      found.addAll(annotated.failures());
      List<Issue> mismatches = new ArrayList<>();
      build.addDocument(reviews.settle(annotated, mismatches));
      reviewIssues.addAll(mismatches);
      issues.addAll(found);
    } catch (UnreadableDocumentException e) {
      issues.add(e.issue());
    }
  }

  private static void await(Future<?> future) throws IOException, InterruptedException {
    try {
      future.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IOException("a document could not be added", cause);
    }
  }
}
