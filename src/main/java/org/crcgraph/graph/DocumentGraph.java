package org.crcgraph.graph;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was taken from one document into the document's named graph: each record as claims
 * with its passage, and a plain triple beside each claim.
 *
 * <p>People are published who are known to a register or lexicon, or who hold a post in the
 * document. Anybody else stays out of the graph; a statement of theirs keeps its role and an
 * anonymous speaker. Commenters are never named.
 */
final class DocumentGraph implements Annotation.Visitor<Void> {
  /** Code points of context on either side of a quoted passage. */
  private static final int CONTEXT = 32;

  private final Iris iris;
  private final Ownerships ownerships;
  private final QuadSink sink;
  private final ClaimWriter claims;
  private final Document document;
  private final Node graph;
  private final Node documentNode;
  private final Set<String> publishedPeople = new HashSet<>();
  private final List<Annotation.Section> sections = new ArrayList<>();
  private final @Nullable PartialDate documentDate;
  private final boolean reviewed;
  private int claimCount;

  private DocumentGraph(
      Iris iris, Ownerships ownerships, QuadSink sink, Annotated annotated, boolean reviewed) {
    this.iris = iris;
    this.ownerships = ownerships;
    this.sink = sink;
    this.claims = new ClaimWriter(iris, sink);
    this.document = annotated.document();
    this.graph = iris.documentGraph(document);
    this.documentNode = iris.document(document);
    this.reviewed = reviewed;
    PartialDate date = null;
    for (Annotation annotation : annotated.annotations()) {
      if (annotation instanceof Annotation.DocumentHead head) {
        date = head.date();
      } else if (annotation instanceof Annotation.Section section) {
        sections.add(section);
      } else if (annotation instanceof Annotation.PostHolding post) {
        publishedPeople.add(post.person().name());
      }
    }
    documentDate = date;
  }

  /**
   * Writes a document.
   *
   * @param reviewed whether a person has accepted the records
   * @return the number of claims
   */
  static int write(
      Iris iris, Ownerships ownerships, QuadSink sink, Annotated annotated, boolean reviewed) {
    DocumentGraph writer = new DocumentGraph(iris, ownerships, sink, annotated, reviewed);
    writer.writeDocument();
    Map<EntityRef, List<Span>> mentions =
        new TreeMap<>(java.util.Comparator.comparing(e -> e.kind().segment() + "/" + e.name()));
    for (Annotation annotation : annotated.annotations()) {
      if (annotation instanceof Annotation.Mention mention) {
        mentions
            .computeIfAbsent(mention.entity(), e -> new ArrayList<>())
            .add(mention.evidence().span());
      } else {
        annotation.accept(writer);
      }
    }
    mentions.forEach(writer::writeMentions);
    return writer.claimCount;
  }

  private void writeDocument() {
    quad(documentNode, Standards.TYPE, Terms.DOCUMENT);
    quad(documentNode, Terms.SHA_256, Literals.text(document.sha256()));
    quad(documentNode, Terms.LENGTH, Literals.integer(document.text().codePoints()));
    quad(documentNode, Standards.LABEL, Literals.english(document.name()));
    if (document.url() != null) {
      quad(
          documentNode,
          Standards.DC_SOURCE,
          org.apache.jena.graph.NodeFactory.createURI(document.url()));
    }
  }

  @Override
  public Void documentHead(Annotation.DocumentHead head) {
    claim(head, documentNode, Terms.DOCUMENT_KIND, Literals.text(head.kind().label()));
    if (head.title() != null) {
      claim(head, documentNode, Standards.TITLE, Literals.text(head.title()));
    }
    if (head.date() != null) {
      claim(head, documentNode, Terms.ISSUED, Literals.date(head.date()));
    }
    return null;
  }

  @Override
  public Void section(Annotation.Section section) {
    Node node = iris.part(document, "section", section.evidence().span().start());
    quad(node, Standards.TYPE, Terms.SECTION);
    quad(node, Standards.IS_PART_OF, documentNode);
    claim(section, node, Terms.DOCUMENT_KIND, Literals.text(section.kind().label()));
    if (section.publisher() != null) {
      claim(section, node, Terms.PUBLISHER_NAME, Literals.text(section.publisher()));
    }
    if (section.title() != null) {
      claim(section, node, Standards.TITLE, Literals.text(section.title()));
    }
    if (section.date() != null) {
      claim(section, node, Terms.ISSUED, Literals.date(section.date()));
    }
    return null;
  }

  /** A comment is a place in the document: never its author, never its words. */
  @Override
  public Void comment(Annotation.Comment comment) {
    Span span = comment.evidence().span();
    Node node = iris.part(document, "comment", span.start());
    quad(node, Standards.TYPE, Terms.COMMENT);
    quad(node, Standards.IS_PART_OF, documentNode);
    quad(node, Terms.EVIDENCE, passage(span, false));
    if (comment.parent() != null) {
      quad(node, Terms.REPLY_TO, iris.part(document, "comment", comment.parent()));
    }
    return null;
  }

  @Override
  public Void mention(Annotation.Mention mention) {
    writeMentions(mention.entity(), List.of(mention.evidence().span()));
    return null;
  }

  private void writeMentions(EntityRef entity, List<Span> spans) {
    if (!isPublic(entity)) {
      return;
    }
    Node node = entity(entity);
    List<Node> passages = spans.stream().map(span -> passage(span, false)).toList();
    Claim claim =
        new Claim(
            graph,
            documentNode,
            Terms.MENTIONS,
            node,
            List.of(documentNode),
            passages,
            "mention",
            null,
            null,
            documentDate,
            null,
            null,
            standing());
    quad(documentNode, Terms.MENTIONS, node);
    claimCount++;
    quad(claims.write(claim, standing()), Terms.MENTION_COUNT, Literals.integer(spans.size()));
  }

  @Override
  public Void ownership(Annotation.Ownership ownership) {
    Node owner = entity(ownership.owner());
    Node owned = entity(ownership.owned());
    Claim claim = claimOf(ownership, owned, Terms.OWNED_BY, owner);
    claimCount++;
    Node iri = claims.write(claim, standing());
    Ownerships.Verdict verdict = ownerships.compare(owner, owned, claim.saidOn());
    if (verdict instanceof Ownerships.Verdict.Supports supports) {
      quad(iri, Terms.SUPPORTS, supports.ownership());
    } else if (verdict instanceof Ownerships.Verdict.Disputes disputes) {
      quad(iri, Terms.DISPUTES, disputes.ownership());
      writeConflict(iri, owned, disputes.ownership());
    }
    return null;
  }

  private void writeConflict(Node claim, Node owned, Node ownership) {
    Node conflict = iris.content("conflict", claim.toString(), ownership.toString());
    Node conflicts = iris.conflictsGraph();
    sink.quad(conflicts, conflict, Standards.TYPE, Terms.CONFLICT);
    sink.quad(conflicts, conflict, Terms.CONFLICT_SUBJECT, owned);
    sink.quad(conflicts, conflict, Terms.CONFLICT_PROPERTY, Terms.OWNED_BY);
    sink.quad(conflicts, conflict, Terms.REJECTED_CLAIM, claim);
    for (Node chosen : ownerships.claimsOf(ownership)) {
      sink.quad(conflicts, conflict, Terms.CHOSEN_CLAIM, chosen);
    }
    sink.quad(
        conflicts,
        conflict,
        Terms.RESOLUTION,
        Literals.text(
            "rule 3, kind of source: the register's sources before a document's wording"));
  }

  @Override
  public Void postHolding(Annotation.PostHolding post) {
    EntityRef organisation = post.organisation();
    Node person = entity(post.person());
    Node node =
        iris.content(
            "post-holding",
            person.toString(),
            Iris.slug(post.post()),
            organisation == null ? "" : entity(organisation).toString());
    quad(node, Standards.TYPE, Terms.POST_HOLDING);
    claim(post, node, Standards.MEMBER, person);
    claim(post, node, Terms.POST_TITLE, Literals.text(post.post()));
    claim(post, node, Terms.POST_STATUS, Literals.text(post.status().label()));
    if (organisation != null) {
      claim(post, node, Standards.ORGANIZATION, entity(organisation));
    }
    return null;
  }

  @Override
  public Void statement(Annotation.Statement statement) {
    String words = document.text().string(statement.evidence().span());
    EntityRef speaker = statement.speaker();
    Node speakerNode = speaker == null || !isPublic(speaker) ? null : entity(speaker);
    Node node =
        iris.content("statement", speakerNode == null ? "" : speakerNode.toString(), folded(words));
    quad(node, Standards.TYPE, Terms.STATEMENT);
    if (speakerNode != null) {
      claim(statement, node, Terms.SPEAKER, speakerNode);
    }
    claim(statement, node, Terms.MODE, Literals.text(statement.mode().label()));
    claim(statement, node, Terms.TEXT, Literals.text(words));
    if (statement.role() != null) {
      claim(statement, node, Terms.SPEAKER_ROLE, Literals.text(statement.role()));
    }
    PartialDate said = saidOn(statement);
    if (said != null) {
      claim(statement, node, Terms.SAID, Literals.date(said));
    }
    for (EntityRef about : statement.about()) {
      if (isPublic(about)) {
        claim(statement, node, Terms.ABOUT, entity(about));
      }
    }
    return null;
  }

  @Override
  public Void inspection(Annotation.Inspection inspection) {
    List<String> identity = new ArrayList<>();
    identity.add(entity(inspection.inspector()).toString());
    inspection.subjects().forEach(s -> identity.add(entity(s).toString()));
    identity.add(String.valueOf(inspection.title()));
    identity.add(String.valueOf(inspection.published()));
    Node node = iris.content("inspection", identity.toArray(String[]::new));
    quad(node, Standards.TYPE, Terms.INSPECTION);
    claim(inspection, node, Terms.INSPECTOR, entity(inspection.inspector()));
    for (EntityRef subject : inspection.subjects()) {
      claim(inspection, node, Terms.INSPECTED, entity(subject));
    }
    if (inspection.title() != null) {
      claim(inspection, node, Standards.TITLE, Literals.text(inspection.title()));
    }
    if (inspection.area() != null) {
      claim(inspection, node, Terms.INSPECTED_AREA, Literals.text(inspection.area()));
    }
    if (inspection.period() != null) {
      claim(inspection, node, Terms.FIELDWORK, Literals.date(inspection.period()));
    }
    if (inspection.published() != null) {
      claim(inspection, node, Terms.PUBLISHED, Literals.date(inspection.published()));
    }
    if (inspection.sample() != null) {
      claim(inspection, node, Terms.SAMPLE, Literals.integer(inspection.sample()));
    }
    return null;
  }

  @Override
  public Void contract(Annotation.Contract contract) {
    Node node = relation("contract", contract);
    quad(node, Standards.TYPE, Terms.CONTRACT);
    EntityRef buyer = contract.buyer();
    if (buyer != null) {
      claim(contract, node, Terms.BUYER, entity(buyer));
    }
    EntityRef supplier = contract.supplier();
    if (supplier != null) {
      claim(contract, node, Terms.SUPPLIER_PROPERTY, entity(supplier));
    }
    BigDecimal value = contract.value();
    if (value != null) {
      claim(contract, node, Terms.VALUE, Literals.decimal(value));
    }
    if (contract.currency() != null) {
      claim(contract, node, Terms.CURRENCY, Literals.text(contract.currency()));
    }
    if (contract.duration() != null) {
      claim(contract, node, Terms.DURATION, Literals.duration(contract.duration()));
    }
    if (contract.start() != null) {
      claim(contract, node, Terms.FROM, Literals.date(contract.start()));
    }
    if (contract.end() != null) {
      claim(contract, node, Terms.TO, Literals.date(contract.end()));
    }
    if (contract.event() != null) {
      claim(contract, node, Terms.EVENT, Literals.text(contract.event().label()));
    }
    return null;
  }

  @Override
  public Void supply(Annotation.Supply supply) {
    Node supplier = entity(supply.supplier());
    Node customer = entity(supply.customer());
    Node node =
        iris.content(
            "supply",
            supplier.toString(),
            customer.toString(),
            supply.service() == null ? "" : Iris.slug(supply.service()));
    quad(node, Standards.TYPE, Terms.SUPPLY);
    claim(supply, node, Terms.SUPPLIER_PROPERTY, supplier);
    claim(supply, node, Terms.CUSTOMER, customer);
    claim(supply, node, Terms.SUPPLY_STATUS, Literals.text(supply.status().label()));
    if (supply.service() != null) {
      claim(supply, node, Terms.SERVICE, Literals.text(supply.service()));
    }
    return null;
  }

  @Override
  public Void figure(Annotation.Figure figure) {
    Node node = relation("figure", figure);
    quad(node, Standards.TYPE, Terms.FIGURE);
    EntityRef subject = figure.subject();
    if (subject != null && isPublic(subject)) {
      claim(figure, node, Terms.FIGURE_SUBJECT, entity(subject));
    }
    claim(figure, node, Terms.INDICATOR, Literals.text(figure.indicator()));
    claim(figure, node, Terms.VALUE, Literals.decimal(figure.value()));
    if (figure.unit() != null) {
      claim(figure, node, Terms.UNIT, Literals.text(figure.unit()));
    }
    if (figure.period() != null) {
      claim(figure, node, Terms.PERIOD, Literals.text(figure.period()));
    }
    return null;
  }

  /** A record that is one thing per place in the document. */
  private Node relation(String kind, Annotation annotation) {
    Span span = annotation.evidence().span();
    String value =
        annotation instanceof Annotation.Figure figure ? figure.value().toPlainString() : "";
    return iris.content(kind, documentNode.toString(), span.toString(), value);
  }

  private void claim(Annotation annotation, Node subject, Node property, Node value) {
    quad(subject, property, value);
    claimCount++;
    claims.write(claimOf(annotation, subject, property, value), standing());
  }

  private Claim claimOf(Annotation annotation, Node subject, Node property, Node value) {
    return new Claim(
        graph,
        subject,
        property,
        value,
        List.of(documentNode),
        List.of(passage(annotation.evidence().span(), isQuotable(annotation))),
        annotation.evidence().rule(),
        null,
        null,
        saidOn(annotation),
        BigDecimal.valueOf(annotation.evidence().confidence()),
        null,
        standing());
  }

  private Node standing() {
    return reviewed ? Terms.REVIEWED : Terms.EXTRACTED;
  }

  /** Whole sections are not quoted: the document holds them. */
  private static boolean isQuotable(Annotation annotation) {
    return !(annotation instanceof Annotation.Section);
  }

  /** The date of the innermost dated section around the record, else the document's. */
  private @Nullable PartialDate saidOn(Annotation annotation) {
    Span span = annotation.evidence().span();
    PartialDate date = documentDate;
    int narrowest = Integer.MAX_VALUE;
    for (Annotation.Section section : sections) {
      Span around = section.evidence().span();
      if (section.date() != null && around.contains(span) && around.length() < narrowest) {
        date = section.date();
        narrowest = around.length();
      }
    }
    return date;
  }

  private Node passage(Span span, boolean quoted) {
    Node node = iris.passage(document, span.start(), span.end());
    quad(node, Standards.TYPE, Terms.EVIDENCE_SPAN);
    quad(node, Standards.HAS_SOURCE, documentNode);
    quad(node, Terms.SPAN_START, Literals.nonNegative(span.start()));
    quad(node, Terms.SPAN_END, Literals.nonNegative(span.end()));
    List<Integer> pages = document.layout().pages();
    if (!pages.isEmpty()) {
      int offset = document.text().range(span).from();
      int page = 0;
      while (page < pages.size() && pages.get(page) <= offset) {
        page++;
      }
      quad(node, Terms.PAGE_NUMBER, Literals.integer(Math.max(page, 1)));
    }
    if (quoted) {
      String exact = document.text().string(span);
      quad(node, Terms.QUOTE_SHA_256, Literals.text(Iris.sha256(exact)));
      Node position = iris.id(path(node) + "/position");
      quad(node, Standards.HAS_SELECTOR, position);
      quad(position, Standards.TYPE, Standards.TEXT_POSITION_SELECTOR);
      quad(position, Standards.START, Literals.nonNegative(span.start()));
      quad(position, Standards.END, Literals.nonNegative(span.end()));
      Node quote = iris.id(path(node) + "/quote");
      quad(node, Standards.HAS_SELECTOR, quote);
      quad(quote, Standards.TYPE, Standards.TEXT_QUOTE_SELECTOR);
      quad(quote, Standards.EXACT, Literals.text(exact));
      int before = Math.max(0, span.start() - CONTEXT);
      int after = Math.min(document.text().codePoints(), span.end() + CONTEXT);
      quad(
          quote,
          Standards.PREFIX,
          Literals.text(document.text().string(new Span(before, span.start()))));
      quad(
          quote,
          Standards.SUFFIX,
          Literals.text(document.text().string(new Span(span.end(), after))));
    }
    return node;
  }

  private String path(Node node) {
    return node.getURI().substring((iris.base() + "id/").length());
  }

  private boolean isPublic(EntityRef entity) {
    return entity.kind() != EntityKind.PERSON
        || entity.knownId().isPresent()
        || publishedPeople.contains(entity.name());
  }

  private Node entity(EntityRef entity) {
    Node node = iris.entity(entity, document);
    if (entity.knownId().isPresent()) {
      Names.write(iris, sink, node, entity);
    } else {
      quad(node, Standards.TYPE, Names.type(entity.kind()));
      quad(node, Standards.LABEL, Literals.english(entity.name()));
      quad(node, Standards.WAS_DERIVED_FROM, documentNode);
    }
    return node;
  }

  private static String folded(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private void quad(Node subject, Node predicate, Node object) {
    sink.quad(graph, subject, predicate, object);
  }
}
