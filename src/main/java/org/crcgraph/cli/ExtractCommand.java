package org.crcgraph.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.crcgraph.Installation;
import org.crcgraph.Pipeline;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Register;
import org.crcgraph.read.DocumentFormat;
import org.crcgraph.read.RegisterEntities;
import org.crcgraph.read.RegisterReader;
import org.crcgraph.read.UnreadableDocumentException;
import org.crcgraph.record.RecordJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crcgraph extract}: prints the records found in documents as JSON Lines. */
@Command(name = "extract", description = "Prints the records found in documents as JSON Lines.")
final class ExtractCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Documents.")
  private List<Path> files = List.of();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Write one NAME.jsonl for each document instead of printing.")
  private @Nullable Path output;

  @Option(names = "--data", paramLabel = "DIR", description = "Registers and lexicon (data).")
  private @Nullable Path data;

  @Override
  public Integer call() throws IOException {
    List<Issue> issues = new ArrayList<>();
    Path dataFolder = data != null ? data : Installation.folder("data");
    List<Register> registers = RegisterReader.read(dataFolder.resolve("registers"), issues);
    Pipeline pipeline =
        new Pipeline(Lexicon.load(dataFolder, RegisterEntities.of(registers), issues));
    RecordJson json = new RecordJson();
    for (Path file : files) {
      try {
        Annotated annotated = pipeline.annotate(DocumentFormat.read(file, issues));
        if (output == null) {
          write(annotated, json, new PrintStream(System.out, false, StandardCharsets.UTF_8));
        } else {
          Files.createDirectories(output);
          try (PrintStream out =
              new PrintStream(
                  Files.newOutputStream(output.resolve(annotated.document().name() + ".jsonl")),
                  false,
                  StandardCharsets.UTF_8)) {
            write(annotated, json, out);
          }
        }
      } catch (UnreadableDocumentException e) {
        issues.add(e.issue());
      }
    }
    issues.forEach(System.err::println);
    return issues.stream().anyMatch(i -> i.severity() == Issue.Severity.ERROR) ? 1 : 0;
  }

  private static void write(Annotated annotated, RecordJson json, PrintStream out) {
    for (Annotation annotation : annotated.annotations()) {
      out.println(json.line(annotated.document(), annotation));
    }
    out.flush();
  }
}
