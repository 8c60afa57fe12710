package org.crcgraph.cli;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crcgraph.Installation;
import org.crcgraph.publish.OwnershipReport;
import org.crcgraph.publish.ReportFormat;
import org.crcgraph.query.GraphSource;
import org.crcgraph.query.StoredQueries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code crcgraph report}: a report for readers. */
@Command(
    name = "report",
    description = "Writes a report: who-owns-which-crc, for a day or for every period.")
final class ReportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "NAME", description = "who-owns-which-crc.")
  private String name = "";

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "The day, such as 2018-06-15 (default: every period).")
  private @Nullable String on;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "md, html, csv, xlsx or json (default: md, or by the ending of the output).",
      converter = FormatName.class)
  private @Nullable ReportFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "File to write (default: standard output).")
  private @Nullable Path output;

  @Option(names = "--queries", paramLabel = "DIR", description = "Folder of stored queries.")
  private @Nullable Path folder;

  @Mixin private GraphOption graph = new GraphOption();

  @Spec private @Nullable CommandSpec spec;

  private static final class FormatName implements ITypeConverter<ReportFormat> {
    @Override
    public ReportFormat convert(String value) {
      return ReportFormat.ofLabel(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      value + " is no format; use md, html, csv, xlsx or json"));
    }
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = Streams.err(spec);
    if (!name.equals(OwnershipReport.NAME)) {
      err.println("no report " + name + "; the report is " + OwnershipReport.NAME);
      return Problems.USAGE;
    }
    ReportFormat chosen = format != null ? format : byEnding();
    Path file = output;
    if (!chosen.isText() && file == null) {
      err.println("a spreadsheet is no text; name a file with --output");
      return Problems.USAGE;
    }
    Optional<GraphSource> source = graph.open(err);
    if (source.isEmpty()) {
      return Problems.INPUT;
    }
    StoredQueries queries =
        StoredQueries.load(folder != null ? folder : Installation.folder("queries"));
    if (queries.find(OwnershipReport.NAME).isEmpty()) {
      err.println("the report needs the stored query " + OwnershipReport.NAME);
      queries
          .findBroken(OwnershipReport.NAME)
          .ifPresent(broken -> Problems.print(broken.issues(), err));
      return Problems.INPUT;
    }
    OwnershipReport.Result result = OwnershipReport.of(source.get(), queries, on);
    if (result instanceof OwnershipReport.Result.Refused refused) {
      refused.problems().forEach(err::println);
      return Problems.USAGE;
    }
    OwnershipReport report = ((OwnershipReport.Result.Made) result).report();
    if (file != null) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        chosen.write(report, out);
      }
    } else {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      chosen.write(report, text);
      PrintWriter out = Streams.out(spec);
      out.print(text.toString(StandardCharsets.UTF_8));
      out.flush();
    }
    return 0;
  }

  private ReportFormat byEnding() {
    String file = output == null ? "" : output.toString();
    return ReportFormat.ofLabel(file.substring(file.lastIndexOf('.') + 1)).orElse(ReportFormat.MD);
  }
}
