package org.crcgraph.record;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.Sha256;
import org.crcgraph.model.SourceText;
import org.crcgraph.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Writes annotations as JSON Lines records in the shape of the annotation guideline, with {@code
 * rule} and {@code confidence} after the guideline's fields.
 */
public final class RecordJson {
  /** A quote in a record is cut to this many code points; the span says all. */
  private static final int LONGEST_QUOTE = 80;

  /** Hexadecimal digits that tell the records of one span apart. */
  private static final int KEY_DIGITS = 8;

  /** One record as one line of JSON, without a line end. */
  public String line(Document document, Annotation annotation) {
    LineOfJson line = new LineOfJson();
    put(document, annotation, line);
    return line.text();
  }

  /** All records of a document in UTF-8, one a line. */
  public byte[] lines(Annotated annotated) {
    LineOfJson lines = new LineOfJson();
    for (Annotation annotation : annotated.annotations()) {
      put(annotated.document(), annotation, lines);
      lines.next();
    }
    return lines.lines();
  }

  private static void put(Document document, Annotation annotation, LineOfJson line) {
    Span span = annotation.evidence().span();
    line.put("type", annotation.type())
        .put("start", span.start())
        .put("end", span.end())
        .put("quote", quote(document.text(), span, annotation instanceof Annotation.Mention));
    putFields(annotation, line);
    line.put("rule", annotation.evidence().rule())
        .put("confidence", annotation.evidence().confidence());
  }

  /**
   * Which record this is, as {@code TYPE/START-END/DIGEST}: another place or another value is
   * another key; another rule or confidence is not.
   */
  public String key(Annotation annotation) {
    LineOfJson fields = new LineOfJson();
    putFields(annotation, fields);
    Span span = annotation.evidence().span();
    return annotation.type()
        + "/"
        + span.start()
        + "-"
        + span.end()
        + "/"
        + Sha256.of(fields.text()).substring(0, KEY_DIGITS);
  }

  /** Puts the fields of the record's type; gives the things that they name. */
  static List<EntityRef> putFields(Annotation annotation, LineOfJson line) {
    Fields fields = new Fields(line, new ArrayList<>());
    annotation.accept(fields);
    return fields.named();
  }

  private static String quote(SourceText text, Span span, boolean whole) {
    return whole || span.length() <= LONGEST_QUOTE
        ? text.string(span)
        : text.string(new Span(span.start(), span.start() + LONGEST_QUOTE));
  }

  /** The fields of each type, in the guideline's order. */
  private record Fields(LineOfJson line, List<EntityRef> named)
      implements Annotation.Visitor<LineOfJson> {
    @Override
    public LineOfJson documentHead(Annotation.DocumentHead head) {
      return line.put("title", head.title())
          .put("date", text(head.date()))
          .put("kind", head.kind().label());
    }

    @Override
    public LineOfJson section(Annotation.Section section) {
      return line.put("kind", section.kind().label())
          .put("publisher", section.publisher())
          .put("date", text(section.date()))
          .put("title", section.title());
    }

    @Override
    public LineOfJson comment(Annotation.Comment comment) {
      return line.put("author", comment.author()).put("parent", comment.parent());
    }

    @Override
    public LineOfJson mention(Annotation.Mention mention) {
      return line.put("entity", mention.entity().name())
          .put("kind", mention.entity().kind().label());
    }

    @Override
    public LineOfJson ownership(Annotation.Ownership ownership) {
      return line.put("owner", name(ownership.owner())).put("owned", name(ownership.owned()));
    }

    @Override
    public LineOfJson postHolding(Annotation.PostHolding post) {
      return line.put("person", name(post.person()))
          .put("post", post.post())
          .put("organisation", name(post.organisation()))
          .put("status", post.status().label());
    }

    @Override
    public LineOfJson statement(Annotation.Statement statement) {
      String speaker = name(statement.speaker());
      line.put("speaker", speaker == null ? "Anonymous" : speaker)
          .put("role", statement.role())
          .put("mode", statement.mode().label());
      return names("about", statement.about());
    }

    @Override
    public LineOfJson inspection(Annotation.Inspection inspection) {
      line.put("inspector", name(inspection.inspector()));
      names("subject", inspection.subjects());
      return line.put("title", inspection.title())
          .put("area", inspection.area())
          .put("period", text(inspection.period()))
          .put("published", text(inspection.published()))
          .put("sample", inspection.sample());
    }

    @Override
    public LineOfJson contract(Annotation.Contract contract) {
      line.put("buyer", name(contract.buyer())).put("supplier", name(contract.supplier()));
      line.put("value", contract.value());
      return line.put("currency", contract.currency())
          .put("duration", contract.duration())
          .put("start_date", text(contract.start()))
          .put("end_date", text(contract.end()))
          .put("event", contract.event() == null ? null : contract.event().label());
    }

    @Override
    public LineOfJson supply(Annotation.Supply supply) {
      return line.put("supplier", name(supply.supplier()))
          .put("customer", name(supply.customer()))
          .put("service", supply.service())
          .put("status", supply.status().label());
    }

    @Override
    public LineOfJson figure(Annotation.Figure figure) {
      line.put("subject", name(figure.subject())).put("indicator", figure.indicator());
      line.put("value", figure.value());
      return line.put("unit", figure.unit()).put("period", figure.period());
    }

    private LineOfJson names(String field, List<EntityRef> entities) {
      named.addAll(entities);
      return line.putAll(field, entities.stream().map(EntityRef::name).toList());
    }

    private @Nullable String name(@Nullable EntityRef entity) {
      if (entity == null) {
        return null;
      }
      named.add(entity);
      return entity.name();
    }

    private static @Nullable String text(@Nullable Object value) {
      return value == null ? null : value.toString();
    }
  }
}
