package org.crcgraph.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.crcgraph.Pipeline;
import org.crcgraph.ReviewFile;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Review;
import org.crcgraph.publish.AnnotatedPage;
import org.crcgraph.read.DocumentFiles;
import org.crcgraph.read.DocumentFormat;
import org.crcgraph.read.UnreadableDocumentException;
import org.crcgraph.record.RecordJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crcgraph extract}: prints the records found in documents as JSON Lines. */
@Command(name = "extract", description = "Prints the records found in documents as JSON Lines.")
final class ExtractCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "File, folder or glob.")
  private List<String> files = List.of();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Write one NAME.jsonl (or .html) for each document instead of printing.")
  private @Nullable Path output;

  @Option(
      names = "--html",
      description = "Write each document as a page with its records marked in the text.")
  private boolean html;

  @Option(
      names = "--review",
      paramLabel = "FILE",
      description =
          "Write the records to FILE for a person to accept, reject or correct; decisions that stand"
              + " there already are kept.")
  private @Nullable Path review;

  @Option(
      names = "--accepted",
      paramLabel = "DIR",
      description =
          "With --review: also write what was decided to DIR (data/claims) without the documents'"
              + " text, one file per document.")
  private @Nullable Path accepted;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Documents to read at once (default: the number of cores).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Mixin private DataOptions data = new DataOptions();

  @Spec private @Nullable CommandSpec spec;

  private final RecordJson json = new RecordJson();

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Issue> issues = new ArrayList<>();
    Lexicon lexicon = data.lexicon(issues);
    Pipeline pipeline = new Pipeline(lexicon);
    if (accepted != null && review == null) {
      throw new CommandLine.ParameterException(
          Streams.commandLine(spec), "--accepted goes with --review FILE, where the decisions are");
    }
    List<Path> paths = new ArrayList<>();
    for (String file : files) {
      paths.addAll(DocumentFiles.expand(file, issues));
    }
    List<Annotated> toReview = new ArrayList<>();
    if (output != null) {
      Files.createDirectories(output);
    }
    InOrder.run(paths, jobs, file -> read(file, pipeline), read -> add(read, issues, toReview));
    if (review != null) {
      review(review, ReviewFile.open(review, data.folder(), lexicon, issues), toReview, issues);
    }
    return Problems.print(issues, Streams.err(spec));
  }

  /** What came of a document. */
  private static final class Read {
    /** With its records; null where it cannot be read. */
    private final @Nullable Annotated document;

    /** What is printed or written, in UTF-8; empty where it is only to be reviewed. */
    private final byte[] written;

    private final List<Issue> issues;

    Read(@Nullable Annotated document, byte[] written, List<Issue> issues) {
      this.document = document;
      this.written = written;
      this.issues = issues;
    }
  }

  private Read read(Path file, Pipeline pipeline) {
    List<Issue> found = new ArrayList<>();
    try {
      Annotated annotated = pipeline.annotate(DocumentFormat.read(file, found));
      found.addAll(annotated.failures());
      byte[] written = {};
      if (review == null) {
        written =
            html
                ? AnnotatedPage.of(annotated).getBytes(StandardCharsets.UTF_8)
                : json.lines(annotated);
      }
      return new Read(annotated, written, found);
    } catch (UnreadableDocumentException e) {
      found.add(e.issue());
      return new Read(null, new byte[0], found);
    }
  }

  private void add(Read read, List<Issue> issues, List<Annotated> toReview) throws IOException {
    issues.addAll(read.issues);
    if (read.document == null) {
      return;
    }
    if (review != null) {
      toReview.add(read.document);
    } else if (output == null) {
      Streams.out(spec).print(new String(read.written, StandardCharsets.UTF_8));
      Streams.out(spec).flush();
    } else {
      String name = read.document.document().name() + (html ? ".html" : ".jsonl");
      Files.write(output.resolve(name), read.written);
    }
  }

  private void review(
      Path file, ReviewFile reviewFile, List<Annotated> documents, List<Issue> issues)
      throws IOException {
    List<Review> reviews = reviewFile.update(documents, issues);
    if (issues.stream().anyMatch(i -> i.severity() != Issue.Severity.WARNING)) {
      Streams.err(spec).println(file + " was not written: mend what follows first.");
      return;
    }
    reviewFile.write(reviews);
    if (accepted != null) {
      reviewFile.writeCommitted(accepted, documents, reviews, issues);
    }
    long open = reviews.stream().filter(r -> !r.isDecided()).count();
    Streams.err(spec).printf("%s: %d records, %d open%n", file, reviews.size(), open);
  }
}
