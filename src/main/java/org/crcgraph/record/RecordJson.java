package org.crcgraph.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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

  private final ObjectMapper mapper = new ObjectMapper();

  /** One record as one line of JSON, without a line end. */
  public String line(Document document, Annotation annotation) {
    ObjectNode node = mapper.createObjectNode();
    Span span = annotation.evidence().span();
    node.put("type", annotation.type());
    node.put("start", span.start());
    node.put("end", span.end());
    node.put("quote", quote(document.text(), span, annotation instanceof Annotation.Mention));
    putFields(annotation, node);
    node.put("rule", annotation.evidence().rule());
    node.put("confidence", annotation.evidence().confidence());
    return write(node);
  }

  /**
   * Which record this is, as {@code TYPE/START-END/DIGEST}: another place or another value is
   * another key; another rule or confidence is not.
   */
  public String key(Annotation annotation) {
    ObjectNode fields = mapper.createObjectNode();
    putFields(annotation, fields);
    Span span = annotation.evidence().span();
    return annotation.type()
        + "/"
        + span.start()
        + "-"
        + span.end()
        + "/"
        + Sha256.of(write(fields)).substring(0, KEY_DIGITS);
  }

  /** Puts the fields of the record's type; gives the things that they name. */
  static List<EntityRef> putFields(Annotation annotation, ObjectNode node) {
    Fields fields = new Fields(node, new ArrayList<>());
    annotation.accept(fields);
    return fields.named();
  }

  private String write(ObjectNode node) {
    try {
      return mapper.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always written", e);
    }
  }

  private static String quote(SourceText text, Span span, boolean whole) {
    return whole || span.length() <= LONGEST_QUOTE
        ? text.string(span)
        : text.string(new Span(span.start(), span.start() + LONGEST_QUOTE));
  }

  /** The fields of each type, in the guideline's order. */
  private record Fields(ObjectNode node, List<EntityRef> named)
      implements Annotation.Visitor<ObjectNode> {
    @Override
    public ObjectNode documentHead(Annotation.DocumentHead head) {
      return node.put("title", head.title())
          .put("date", text(head.date()))
          .put("kind", head.kind().label());
    }

    @Override
    public ObjectNode section(Annotation.Section section) {
      return node.put("kind", section.kind().label())
          .put("publisher", section.publisher())
          .put("date", text(section.date()))
          .put("title", section.title());
    }

    @Override
    public ObjectNode comment(Annotation.Comment comment) {
      return node.put("author", comment.author()).put("parent", comment.parent());
    }

    @Override
    public ObjectNode mention(Annotation.Mention mention) {
      return node.put("entity", mention.entity().name())
          .put("kind", mention.entity().kind().label());
    }

    @Override
    public ObjectNode ownership(Annotation.Ownership ownership) {
      return node.put("owner", name(ownership.owner())).put("owned", name(ownership.owned()));
    }

    @Override
    public ObjectNode postHolding(Annotation.PostHolding post) {
      return node.put("person", name(post.person()))
          .put("post", post.post())
          .put("organisation", name(post.organisation()))
          .put("status", post.status().label());
    }

    @Override
    public ObjectNode statement(Annotation.Statement statement) {
      String speaker = name(statement.speaker());
      node.put("speaker", speaker == null ? "Anonymous" : speaker)
          .put("role", statement.role())
          .put("mode", statement.mode().label());
      names("about", statement.about());
      return node;
    }

    @Override
    public ObjectNode inspection(Annotation.Inspection inspection) {
      node.put("inspector", name(inspection.inspector()));
      names("subject", inspection.subjects());
      return node.put("title", inspection.title())
          .put("area", inspection.area())
          .put("period", text(inspection.period()))
          .put("published", text(inspection.published()))
          .put("sample", inspection.sample());
    }

    @Override
    public ObjectNode contract(Annotation.Contract contract) {
      node.put("buyer", name(contract.buyer())).put("supplier", name(contract.supplier()));
      number("value", contract.value());
      return node.put("currency", contract.currency())
          .put("duration", contract.duration())
          .put("start_date", text(contract.start()))
          .put("end_date", text(contract.end()))
          .put("event", contract.event() == null ? null : contract.event().label());
    }

    @Override
    public ObjectNode supply(Annotation.Supply supply) {
      return node.put("supplier", name(supply.supplier()))
          .put("customer", name(supply.customer()))
          .put("service", supply.service())
          .put("status", supply.status().label());
    }

    @Override
    public ObjectNode figure(Annotation.Figure figure) {
      node.put("subject", name(figure.subject())).put("indicator", figure.indicator());
      number("value", figure.value());
      return node.put("unit", figure.unit()).put("period", figure.period());
    }

    private void names(String field, List<EntityRef> entities) {
      ArrayNode array = node.putArray(field);
      entities.forEach(entity -> array.add(name(entity)));
    }

    /** Whole numbers without exponent, so that 3.7 billion reads 3700000000. */
    private void number(String field, @Nullable BigDecimal value) {
      if (value == null) {
        node.putNull(field);
      } else if (value.stripTrailingZeros().scale() <= 0) {
        node.put(field, value.toBigIntegerExact());
      } else {
        node.put(field, value);
      }
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
