package org.crcgraph.graph;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.crcgraph.model.Acceptance;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.DocumentRecords;
import org.crcgraph.model.DocumentRef;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.Evidence;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.PublicPeople;
import org.crcgraph.model.PublicText;
import org.crcgraph.model.Sha256;
import org.crcgraph.model.SourceText;
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

  private static final int COMMENT_MARGIN = 4 * CONTEXT;

  private static final Pattern INITIAL = Pattern.compile("(?<![\\p{L}\\p{N}'’])\\p{L}+");

  private static final Set<String> SMALL_WORDS =
      Set.of("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with");

  private final Iris iris;
  private final Facts facts;
  private final Ownerships ownerships;
  private final KnownRelations known;
  private final StatementNames statements;
  private final QuadSink sink;
  private final ClaimWriter claims;
  private final DocumentRef document;
  private final @Nullable Document text;
  private final Node graph;
  private final Node documentNode;
  private final PublicPeople people;
  private final PublicText words;
  private final List<Annotation.Section> sections = new ArrayList<>();
  private final List<Span> comments = new ArrayList<>();
  private final @Nullable PartialDate documentDate;
  private int claimCount;

  private DocumentGraph(
      Iris iris,
      Reference reference,
      StatementNames statements,
      QuadSink sink,
      DocumentRecords records) {
    this.statements = statements;
    this.facts = reference.facts();
    this.known = reference.known();
    this.iris = iris;
    this.ownerships = reference.ownerships();
    this.sink = sink;
    this.claims = new ClaimWriter(iris, sink);
    this.document = records.ref();
    this.text = records.document();
    this.graph = iris.documentGraph(document);
    this.documentNode = iris.document(document);
    this.people = PublicPeople.of(records.records());
    this.words =
        PublicText.of(
            text == null ? SourceText.of("") : text.text(),
            text == null ? List.of() : records.records());
    PartialDate date = null;
    for (Annotation annotation : records.records()) {
      if (annotation instanceof Annotation.DocumentHead head) {
        date = head.date();
      } else if (annotation instanceof Annotation.Section section) {
        sections.add(section);
      } else if (annotation instanceof Annotation.Comment comment) {
        comments.add(comment.evidence().span());
      }
    }
    documentDate = date;
  }

  /** Writes a document; returns the number of claims. */
  static int write(
      Iris iris,
      Reference reference,
      StatementNames statements,
      QuadSink sink,
      DocumentRecords records) {
    DocumentGraph writer = new DocumentGraph(iris, reference, statements, sink, records);
    writer.writeDocument();
    Map<Named, List<Annotation.Mention>> mentions =
        new TreeMap<>(Comparator.comparing(Named::toString));
    for (Annotation annotation : records.records()) {
      if (annotation instanceof Annotation.Mention mention) {
        mentions
            .computeIfAbsent(
                new Named(mention.entity(), standing(mention)), named -> new ArrayList<>())
            .add(mention);
      } else {
        annotation.accept(writer);
      }
    }
    mentions.values().forEach(writer::writeMentions);
    return writer.claimCount;
  }

  /** What the registers say, prepared for comparison with documents. */
  record Reference(Facts facts, Ownerships ownerships, KnownRelations known) {
    static Reference of(Facts facts) {
      return new Reference(facts, new Ownerships(facts), new KnownRelations(facts));
    }
  }

  /** A thing that the document names, by what stands behind its mentions. */
  private record Named(EntityRef entity, Node standing) {
    @Override
    public String toString() {
      return entity.kind().segment() + "/" + entity.name() + " " + standing;
    }
  }

  /**
   * Whether the graph may name the thing. A person who is only mentioned, and in no register, may
   * be known to the lexicon and still has no place in it: it is about who did something.
   */
  private boolean isPublished(EntityRef entity) {
    return people.includes(entity)
        && (people.acts(entity)
            || facts.contains(iris.entity(entity, document), Standards.TYPE, Standards.PERSON));
  }

  private void writeDocument() {
    quad(documentNode, Standards.TYPE, Terms.DOCUMENT);
    quad(documentNode, Terms.SHA_256, Literals.text(document.sha256()));
    quad(documentNode, Terms.LENGTH, Literals.integer(document.length()));
    quad(documentNode, Standards.LABEL, Literals.english(document.name()));
    if (text != null && text.url() != null) {
      quad(documentNode, Standards.DC_SOURCE, NodeFactory.createURI(text.url()));
    }
  }

  @Override
  public Void documentHead(Annotation.DocumentHead head) {
    claim(head, documentNode, Terms.DOCUMENT_KIND, Literals.text(head.kind().label()));
    if (head.title() != null) {
      claim(head, documentNode, Standards.TITLE, Literals.text(words.titled(head.title())));
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
      claim(section, node, Terms.PUBLISHER_NAME, Literals.text(words.titled(section.publisher())));
    }
    if (section.title() != null) {
      claim(section, node, Standards.TITLE, Literals.text(words.titled(section.title())));
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
    quad(node, Terms.EVIDENCE, passage(comment));
    if (comment.parent() != null) {
      quad(node, Terms.REPLY_TO, iris.part(document, "comment", comment.parent()));
    }
    return null;
  }

  @Override
  public Void mention(Annotation.Mention mention) {
    writeMentions(List.of(mention));
    return null;
  }

  /** One claim for the mentions of one thing that stand alike. */
  private void writeMentions(List<Annotation.Mention> mentions) {
    EntityRef entity = mentions.get(0).entity();
    if (!isPublished(entity)) {
      return;
    }
    Node node = entity(entity);
    List<Node> passages = mentions.stream().map(this::passage).toList();
    Annotation first = mentions.get(0);
    Claim claim =
        new Claim(
            graph,
            documentNode,
            Terms.MENTIONS,
            node,
            List.of(documentNode),
            passages,
            first.evidence().acceptance() == null ? "mention" : Evidence.REVIEW,
            null,
            null,
            documentDate,
            null,
            null,
            standing(first));
    quad(documentNode, Terms.MENTIONS, node);
    claimCount++;
    quad(write(claim, first), Terms.MENTION_COUNT, Literals.integer(mentions.size()));
  }

  @Override
  public Void ownership(Annotation.Ownership ownership) {
    Node owner = entity(ownership.owner());
    Node owned = entity(ownership.owned());
    Claim claim = claimOf(ownership, owned, Terms.OWNED_BY, owner);
    claimCount++;
    Node iri = write(claim, ownership);
    Ownerships.Verdict verdict = ownerships.compare(owner, owned, claim.saidOn());
    if (verdict instanceof Ownerships.Verdict.Supports supports) {
      quad(iri, Terms.SUPPORTS, supports.ownership());
    } else if (verdict instanceof Ownerships.Verdict.Disputes disputes) {
      quad(iri, Terms.DISPUTES, disputes.ownership());
      writeConflict(iri, owned, Terms.OWNED_BY, ownerships.claimsOf(disputes.ownership()));
    }
    return null;
  }

  private void writeConflict(Node claim, Node subject, Node property, List<Node> chosen) {
    Node conflict = iris.content("conflict", claim.toString());
    Node conflicts = iris.conflictsGraph();
    sink.quad(conflicts, conflict, Standards.TYPE, Terms.CONFLICT);
    sink.quad(conflicts, conflict, Terms.CONFLICT_SUBJECT, subject);
    sink.quad(conflicts, conflict, Terms.CONFLICT_PROPERTY, property);
    sink.quad(conflicts, conflict, Terms.REJECTED_CLAIM, claim);
    for (Node other : chosen) {
      sink.quad(conflicts, conflict, Terms.CHOSEN_CLAIM, other);
    }
    sink.quad(
        conflicts,
        conflict,
        Terms.RESOLUTION,
        Literals.text(
            "rule 3, kind of source: the register's sources before a document's wording"));
  }

  /**
   * A claim about a thing that a register describes. It agrees where the register says the same or
   * nothing, and contradicts where a date or number differs.
   */
  private void claimKnown(Annotation annotation, Node relation, Node property, Node value) {
    Claim claim = claimOf(annotation, relation, property, value);
    claimCount++;
    Node iri = write(claim, annotation);
    Node fact = facts.value(relation, property).orElse(null);
    if (fact == null) {
      quad(relation, property, value);
      quad(iri, Terms.SUPPORTS, relation);
    } else if (fact.isURI() || Comparison.agree(fact, value)) {
      quad(iri, Terms.SUPPORTS, relation);
    } else {
      quad(iri, Terms.DISPUTES, relation);
      writeConflict(iri, relation, property, facts.claims(relation, property));
    }
  }

  @Override
  public Void postHolding(Annotation.PostHolding post) {
    EntityRef organisation = post.organisation();
    Node person = entity(post.person());
    Node where = organisation == null ? null : entity(organisation);
    Optional<Node> registered =
        post.status() == Annotation.PostStatus.CURRENT
            ? known.post(person, post.post(), where, saidOn(post))
            : Optional.empty();
    if (registered.isPresent()) {
      claimKnown(post, registered.get(), Standards.MEMBER, person);
      return null;
    }
    String title = inTitleCase(post.post());
    Node node =
        iris.content(
            "post-holding", person.toString(), title, where == null ? "" : where.toString());
    quad(node, Standards.TYPE, Terms.POST_HOLDING);
    claim(post, node, Standards.MEMBER, person);
    claim(post, node, Terms.POST_TITLE, Literals.text(title));
    claim(post, node, Terms.POST_STATUS, Literals.text(post.status().label()));
    if (where != null) {
      claim(post, node, Standards.ORGANIZATION, where);
    }
    return null;
  }

  /**
   * The title of a post as other documents would print it too: one post is not two because one
   * newspaper writes it with small letters.
   */
  private static String inTitleCase(String post) {
    return INITIAL
        .matcher(post)
        .replaceAll(m -> SMALL_WORDS.contains(m.group()) ? m.group() : capitalised(m.group()));
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  @Override
  public Void statement(Annotation.Statement statement) {
    EntityRef speaker = people.orNobody(statement.speaker());
    Node speakerNode = speaker == null ? null : entity(speaker);
    Node node =
        iris.content(
            "statement", speakerNode == null ? "" : speakerNode.toString(), identity(statement));
    quad(node, Standards.TYPE, Terms.STATEMENT);
    if (speakerNode != null) {
      claim(statement, node, Terms.SPEAKER, speakerNode);
    }
    claim(statement, node, Terms.MODE, Literals.text(statement.mode().label()));
    if (text != null) {
      Span said = statement.evidence().span();
      claim(statement, node, Terms.TEXT, Literals.text(words.words(said)));
      statements.add(
          speakerNode == null ? "" : speakerNode.getURI(), node, text.text().string(said));
    }
    if (statement.role() != null) {
      claim(statement, node, Terms.SPEAKER_ROLE, Literals.text(words.titled(statement.role())));
    }
    PartialDate day = saidOn(statement);
    if (day != null) {
      claim(statement, node, Terms.SAID, Literals.date(day));
    }
    for (EntityRef about : statement.about()) {
      if (isPublished(about)) {
        claim(statement, node, Terms.ABOUT, entity(about));
      }
    }
    return null;
  }

  @Override
  public Void inspection(Annotation.Inspection inspection) {
    Node inspector = entity(inspection.inspector());
    List<Node> subjects = inspection.subjects().stream().map(this::entity).toList();
    Optional<Node> registered =
        known.inspection(
            inspector, subjects, inspection.title(), inspection.published(), saidOn(inspection));
    if (registered.isPresent()) {
      Node node = registered.get();
      claimKnown(inspection, node, Terms.INSPECTOR, inspector);
      claimDates(inspection, node);
      return null;
    }
    List<String> identity = new ArrayList<>();
    identity.add(inspector.toString());
    subjects.forEach(subject -> identity.add(subject.toString()));
    identity.add(String.valueOf(inspection.title()));
    identity.add(String.valueOf(inspection.published()));
    Node node = iris.content("inspection", identity.toArray(String[]::new));
    quad(node, Standards.TYPE, Terms.INSPECTION);
    claim(inspection, node, Terms.INSPECTOR, inspector);
    for (Node subject : subjects) {
      claim(inspection, node, Terms.INSPECTED, subject);
    }
    if (inspection.title() != null) {
      claim(inspection, node, Standards.TITLE, Literals.text(words.titled(inspection.title())));
    }
    if (inspection.area() != null) {
      claim(inspection, node, Terms.INSPECTED_AREA, Literals.text(words.titled(inspection.area())));
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

  /** What a document says of a known inspection that can be compared. */
  private void claimDates(Annotation.Inspection inspection, Node node) {
    if (inspection.period() != null) {
      claimKnown(inspection, node, Terms.FIELDWORK, Literals.date(inspection.period()));
    }
    if (inspection.published() != null) {
      claimKnown(inspection, node, Terms.PUBLISHED, Literals.date(inspection.published()));
    }
    if (inspection.sample() != null) {
      claimKnown(inspection, node, Terms.SAMPLE, Literals.integer(inspection.sample()));
    }
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
    Optional<Node> registered = known.supply(supplier, customer, saidOn(supply));
    if (registered.isPresent()) {
      claimKnown(supply, registered.get(), Terms.SUPPLIER_PROPERTY, supplier);
      return null;
    }
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
      claim(supply, node, Terms.SERVICE, Literals.text(words.titled(supply.service())));
    }
    return null;
  }

  @Override
  public Void figure(Annotation.Figure figure) {
    Node node = relation("figure", figure);
    quad(node, Standards.TYPE, Terms.FIGURE);
    EntityRef subject = figure.subject();
    if (subject != null && isPublished(subject)) {
      claim(figure, node, Terms.FIGURE_SUBJECT, entity(subject));
    }
    claim(figure, node, Terms.INDICATOR, Literals.text(words.titled(figure.indicator())));
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
    write(claimOf(annotation, subject, property, value), annotation);
  }

  private Claim claimOf(Annotation annotation, Node subject, Node property, Node value) {
    return new Claim(
        graph,
        subject,
        property,
        value,
        List.of(documentNode),
        List.of(passage(annotation)),
        annotation.evidence().rule(),
        null,
        null,
        saidOn(annotation),
        BigDecimal.valueOf(annotation.evidence().confidence()),
        null,
        standing(annotation));
  }

  private Node write(Claim claim, Annotation annotation) {
    Node iri = claims.write(claim, standing(annotation));
    Acceptance acceptance = annotation.evidence().acceptance();
    if (acceptance != null) {
      quad(iri, Terms.REVIEWER, Literals.text(acceptance.reviewer()));
      quad(iri, Terms.REVIEWED_ON, Literals.day(acceptance.on()));
    }
    return iri;
  }

  private static Node standing(Annotation annotation) {
    return annotation.evidence().acceptance() == null ? Terms.EXTRACTED : Terms.REVIEWED;
  }

  /**
   * What makes the words of a statement those words, whether or not the text is at hand: the same
   * quotation in two documents is one statement.
   */
  private String identity(Annotation.Statement statement) {
    if (text != null) {
      return Sha256.ofWords(text.text().string(statement.evidence().span()));
    }
    Acceptance acceptance = accepted(statement);
    String words = acceptance.wordsSha256();
    return words != null ? words : acceptance.quoteSha256();
  }

  /** Without its document at hand only a record that a person vouches for is written. */
  private static Acceptance accepted(Annotation annotation) {
    return Objects.requireNonNull(
        annotation.evidence().acceptance(), "a record without its document is a reviewed one");
  }

  /** Whole sections are not quoted, nor names and comments: the document holds them. */
  private static boolean isQuotable(Annotation annotation) {
    return !(annotation instanceof Annotation.Section
        || annotation instanceof Annotation.Mention
        || annotation instanceof Annotation.Comment);
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

  private Node passage(Annotation annotation) {
    Span span = annotation.evidence().span();
    Node node = iris.passage(document, span.start(), span.end());
    quad(node, Standards.TYPE, Terms.EVIDENCE_SPAN);
    quad(node, Standards.HAS_SOURCE, documentNode);
    quad(node, Terms.SPAN_START, Literals.nonNegative(span.start()));
    quad(node, Terms.SPAN_END, Literals.nonNegative(span.end()));
    Acceptance acceptance = annotation.evidence().acceptance();
    if (acceptance != null) {
      quad(node, Terms.QUOTE_SHA_256, Literals.text(acceptance.quoteSha256()));
    }
    if (isQuotable(annotation)) {
      Node position = iris.id(path(node) + "/position");
      quad(node, Standards.HAS_SELECTOR, position);
      quad(position, Standards.TYPE, Standards.TEXT_POSITION_SELECTOR);
      quad(position, Standards.START, Literals.nonNegative(span.start()));
      quad(position, Standards.END, Literals.nonNegative(span.end()));
    }
    if (text != null) {
      writePage(node, span, text);
      if (isQuotable(annotation)) {
        writeQuote(node, span, text.text());
      }
    }
    return node;
  }

  private void writePage(Node passage, Span span, Document paged) {
    List<Integer> pages = paged.layout().pages();
    if (!pages.isEmpty()) {
      int offset = paged.text().range(span).from();
      int page = 0;
      while (page < pages.size() && pages.get(page) <= offset) {
        page++;
      }
      quad(passage, Terms.PAGE_NUMBER, Literals.integer(Math.max(page, 1)));
    }
  }

  private void writeQuote(Node passage, Span span, SourceText source) {
    String exact = source.string(span);
    quad(passage, Terms.QUOTE_SHA_256, Literals.text(Sha256.of(exact)));
    if (!words.isWhole(span)) {
      // A quotation without its names would not be found in the text: position and hash remain.
      return;
    }
    Node quote = iris.id(path(passage) + "/quote");
    quad(passage, Standards.HAS_SELECTOR, quote);
    quad(quote, Standards.TYPE, Standards.TEXT_QUOTE_SELECTOR);
    quad(quote, Standards.EXACT, Literals.text(exact));
    if (isNearComment(span)) {
      return;
    }
    int before = Math.max(0, span.start() - CONTEXT);
    int after = Math.min(source.codePoints(), span.end() + CONTEXT);
    Span prefix = words.afterNames(new Span(before, span.start()));
    Span suffix = words.beforeNames(new Span(span.end(), after));
    quad(quote, Standards.PREFIX, Literals.text(source.string(prefix)));
    quad(quote, Standards.SUFFIX, Literals.text(source.string(suffix)));
  }

  /** Who wrote a comment stands beside and under it: no context is quoted from there. */
  private boolean isNearComment(Span span) {
    return comments.stream()
        .anyMatch(
            comment ->
                comment.start() < span.end() + COMMENT_MARGIN
                    && comment.end() > span.start() - COMMENT_MARGIN);
  }

  private String path(Node node) {
    return node.getURI().substring((iris.base() + "id/").length());
  }

  private Node entity(EntityRef entity) {
    Node node = iris.entity(entity, document);
    if (entity.knownId().isPresent()) {
      if (facts.value(node, Standards.LABEL).isEmpty()) {
        Names.write(iris, sink, node, entity);
      }
    } else {
      quad(node, Standards.TYPE, Names.type(entity.kind()));
      quad(node, Standards.LABEL, Literals.english(entity.name()));
      quad(node, Standards.WAS_DERIVED_FROM, documentNode);
    }
    return node;
  }

  private void quad(Node subject, Node predicate, Node object) {
    sink.quad(graph, subject, predicate, object);
  }
}
