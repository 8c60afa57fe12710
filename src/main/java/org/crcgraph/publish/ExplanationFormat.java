package org.crcgraph.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crcgraph.publish.Explanation.Conflict;
import org.crcgraph.publish.Explanation.Mention;
import org.crcgraph.publish.Explanation.Said;
import org.crcgraph.publish.Explanation.Side;
import org.crcgraph.publish.Explanation.Told;
import org.crcgraph.publish.Explanation.Topic;
import org.crcgraph.publish.Explanation.Where;
import org.crcgraph.query.Escaped;
import org.jspecify.annotations.Nullable;

/** The formats in which an explanation is written. */
public enum ExplanationFormat {
  TEXT,
  MD;

  /** The word by which users name it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of this name. */
  public static Optional<ExplanationFormat> ofLabel(String label) {
    return Arrays.stream(values()).filter(format -> format.label().equals(label)).findFirst();
  }

  /** Writes an explanation. */
  public void write(Explanation explanation, Appendable out) throws IOException {
    Style style = this == MD ? new Markdown() : new Plain();
    out.append(style.title(explanation.label())).append('\n');
    out.append(style.link(explanation.iri())).append('\n');
    if (!explanation.kinds().isEmpty()) {
      out.append(style.text(String.join(", ", explanation.kinds()))).append('\n');
    }
    for (Topic topic : explanation.topics()) {
      out.append('\n').append(style.heading(topic.heading())).append('\n');
      Map<Grounds, List<String>> byGrounds = new LinkedHashMap<>();
      for (Told told : topic.told()) {
        byGrounds
            .computeIfAbsent(Grounds.of(told), g -> new ArrayList<>())
            .add(told.property() + ": " + told.value());
      }
      for (Map.Entry<Grounds, List<String>> entry : byGrounds.entrySet()) {
        for (String said : entry.getValue()) {
          out.append(style.item(1, said)).append('\n');
        }
        grounds(entry.getKey(), style, out);
      }
    }
    if (!explanation.conflicts().isEmpty()) {
      out.append('\n').append(style.heading("who says otherwise")).append('\n');
      for (Conflict conflict : explanation.conflicts()) {
        out.append(style.item(1, conflict.property() + " (" + conflict.resolution() + ")"));
        out.append('\n');
        for (Side side : conflict.sides()) {
          out.append(style.item(2, (side.chosen() ? "chosen: " : "not chosen: ") + side.value()));
          out.append(
              side.sources().stream().map(style::link).collect(Collectors.joining(" ", " ", "")));
          out.append('\n');
        }
      }
    }
    if (!explanation.mentions().isEmpty()) {
      out.append('\n').append(style.heading("named in")).append('\n');
      for (Mention mention : explanation.mentions()) {
        String times = mention.count() == 1 ? "once" : mention.count() + " times";
        out.append(style.item(1, mention.title() + ", " + times + " "));
        out.append(style.link(mention.document())).append('\n');
      }
    }
  }

  /** What claims of one row or passage have in common: told once below them. */
  private record Grounds(
      String standing,
      @Nullable String saidOn,
      String rule,
      List<Said> sources,
      List<Where> places) {
    static Grounds of(Told told) {
      return new Grounds(
          told.standing(), told.saidOn(), told.rule(), told.sources(), told.places());
    }
  }

  private static void grounds(Grounds told, Style style, Appendable out) throws IOException {
    StringBuilder line = new StringBuilder(told.standing());
    if (told.saidOn() != null) {
      line.append(", said ").append(told.saidOn());
    }
    line.append(told.sources().isEmpty() ? ", no source found" : ", by ");
    out.append(style.item(2, line.toString()));
    boolean first = true;
    for (Said source : told.sources()) {
      out.append(first ? "" : "; ");
      out.append(source.title() == null ? "" : style.text(source.title()) + " ");
      out.append(style.link(source.iri()));
      first = false;
    }
    out.append(style.text(" [" + told.rule() + "]")).append('\n');
    for (Where where : told.places()) {
      out.append(style.item(3, where.place()));
      if (where.quote() != null) {
        out.append(style.quote(where));
      }
      out.append(where.note() == null ? "" : style.text(" (" + where.note() + ")"));
      out.append('\n');
    }
  }

  /** How one format writes the parts. */
  private sealed interface Style {
    String title(String text);

    String heading(String text);

    String item(int level, String text);

    String text(String text);

    String link(String iri);

    String quote(Where where);
  }

  private record Plain() implements Style {
    @Override
    public String title(String text) {
      return text;
    }

    @Override
    public String heading(String text) {
      return text.toUpperCase(Locale.UK).equals("FACTS")
          ? "Facts"
          : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }

    @Override
    public String item(int level, String text) {
      return "  ".repeat(level) + text(text);
    }

    @Override
    public String text(String text) {
      return text.replaceAll("\\s+", " ");
    }

    @Override
    public String link(String iri) {
      return "<" + iri + ">";
    }

    @Override
    public String quote(Where where) {
      return ": …" + text(where.before() + "«" + where.quote() + "»" + where.after()) + "…";
    }
  }

  private record Markdown() implements Style {
    @Override
    public String title(String text) {
      return "# " + Escaped.markdown(text) + "\n";
    }

    @Override
    public String heading(String text) {
      return "## "
          + Escaped.markdown(text.substring(0, 1).toUpperCase(Locale.UK))
          + Escaped.markdown(text.substring(1))
          + "\n";
    }

    @Override
    public String item(int level, String text) {
      return "  ".repeat(level - 1) + "- " + Escaped.markdown(text);
    }

    @Override
    public String text(String text) {
      return Escaped.markdown(text);
    }

    @Override
    public String link(String iri) {
      return "<" + Escaped.markdownTarget(iri) + ">";
    }

    @Override
    public String quote(Where where) {
      return ": …"
          + Escaped.markdown(where.before())
          + "**"
          + Escaped.markdown(String.valueOf(where.quote()).strip())
          + "**"
          + Escaped.markdown(where.after())
          + "…";
    }
  }
}
