package org.crcgraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.crcgraph.Pipeline;
import org.crcgraph.evaluate.Evaluation;
import org.crcgraph.evaluate.Gold;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Document;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;
import org.crcgraph.read.DocumentFiles;
import org.crcgraph.read.DocumentFormat;
import org.crcgraph.read.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crcgraph evaluate}: how well the records found agree with a person's annotations. */
@Command(
    name = "evaluate",
    description =
        "Extracts records, compares them with gold annotations, and prints precision, recall and F1"
            + " per record type.")
final class EvaluateCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "DOCUMENT", description = "File, folder or glob.")
  private List<String> files = List.of();

  @Option(
      names = "--gold",
      required = true,
      paramLabel = "DIR",
      description = "Folder of NAME.jsonl files and entities*.tsv.")
  private @Nullable Path gold;

  @Option(names = "--rules", description = "Also print how often each rule was right.")
  private boolean rules;

  @Mixin private DataOptions data = new DataOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<Issue> issues = new ArrayList<>();
    Gold annotations = Gold.read(gold == null ? Path.of(".") : gold, issues);
    Evaluation evaluation = annotations.evaluation();
    Pipeline pipeline = new Pipeline(data.lexicon(issues));
    TreeSet<String> missing = new TreeSet<>(annotations.documents());
    for (String file : files) {
      for (Path path : DocumentFiles.expand(file, issues)) {
        try {
          Document document = DocumentFormat.read(path, issues);
          if (annotations.has(document.name())) {
            missing.remove(document.name());
            Annotated annotated = pipeline.annotate(document);
            issues.addAll(annotated.failures());
            annotations.compare(annotated, evaluation);
          }
        } catch (UnreadableDocumentException e) {
          issues.add(e.issue());
        }
      }
    }
    for (String name : missing) {
      issues.add(
          Issue.warning(
              new Place(gold + "/" + name + ".jsonl", 1, 1),
              "its document is not among those given, so it does not count",
              "name the document too"));
    }
    int code = Problems.print(issues, Streams.err(spec));
    if (code == 0) {
      print(evaluation, Streams.out(spec));
    }
    return code;
  }

  private void print(Evaluation evaluation, PrintWriter out) {
    out.printf("%-24s%7s%7s%7s%7s%7s%n", "type", "P", "R", "F1", "gold", "found");
    evaluation.rows().forEach(row -> print(row, out));
    out.printf("%-38s%s%n", "mean F1 over types", evaluation.mean());
    out.println();
    out.println("statements by overlap alone: strict 0.8, loose 0.3");
    evaluation.overlaps().forEach(row -> print(row, out));
    BigDecimal speakers = evaluation.speakerAccuracy();
    if (speakers != null) {
      out.printf("%-24s%7s%n", "right speaker, if found", speakers);
    }
    if (rules) {
      out.println();
      out.printf("%-38s%7s%7s%10s%n", "rule", "right", "found", "precision");
      for (Evaluation.Row row : evaluation.rules()) {
        out.printf("%-38s%7d%7d%10s%n", row.name(), row.right(), row.found(), row.precision());
      }
    }
    out.flush();
  }

  private static void print(Evaluation.Row row, PrintWriter out) {
    out.printf(
        "%-24s%7s%7s%7s%7d%7d%n",
        row.name(), row.precision(), row.recall(), row.f1(), row.gold(), row.found());
  }
}
