package org.crcgraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crcgraph.publish.Explanation;
import org.crcgraph.publish.ExplanationFormat;
import org.crcgraph.query.EntityNames;
import org.crcgraph.query.GraphSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code crcgraph explain}: every claim about a thing with its sources. */
@Command(
    name = "explain",
    description =
        "Every claim about a thing: who says so, in which register row or passage, and who says"
            + " otherwise.")
final class ExplainCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "1..*",
      paramLabel = "IRI-or-NAME",
      description = "IRI, KIND/SLUG, slug, name or acronym.")
  private List<String> words = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text or md (default: text).",
      converter = FormatName.class)
  private ExplanationFormat format = ExplanationFormat.TEXT;

  @Mixin private GraphOption graph = new GraphOption();

  @Spec private @Nullable CommandSpec spec;

  private static final class FormatName implements ITypeConverter<ExplanationFormat> {
    @Override
    public ExplanationFormat convert(String value) {
      return ExplanationFormat.ofLabel(value)
          .orElseThrow(() -> new TypeConversionException(value + " is no format; use text or md"));
    }
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = Streams.err(spec);
    Optional<GraphSource> source = graph.open(err);
    if (source.isEmpty()) {
      return Problems.INPUT;
    }
    String name = String.join(" ", words);
    EntityNames.Meaning meaning = EntityNames.of(source.get()).meaning(name, List.of());
    if (meaning instanceof EntityNames.Meaning.One one) {
      PrintWriter out = Streams.out(spec);
      format.write(Explanation.of(one.iri(), source.get()), out);
      out.flush();
      return 0;
    }
    boolean several = meaning instanceof EntityNames.Meaning.Several;
    List<EntityNames.Thing> candidates =
        meaning instanceof EntityNames.Meaning.Several s
            ? s.candidates()
            : meaning instanceof EntityNames.Meaning.Nothing n ? n.nearest() : List.of();
    String what = several ? " can mean several things" : " is nothing that the graph knows";
    err.println(name + what + (candidates.isEmpty() ? "" : "; did you mean"));
    candidates.forEach(candidate -> err.println("  " + candidate));
    return Problems.USAGE;
  }
}
