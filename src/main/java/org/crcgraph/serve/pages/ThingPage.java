package org.crcgraph.serve.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.crcgraph.query.Argument;
import org.crcgraph.query.ResultTable;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.serve.DocumentTexts;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Dates;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Layout;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.html.Tables;
import org.crcgraph.serve.http.Escape;
import org.crcgraph.serve.http.Problem;
import org.crcgraph.serve.http.ProblemException;
import org.crcgraph.serve.search.SearchIndex;
import org.crcgraph.serve.snapshot.Labels;
import org.crcgraph.serve.snapshot.Snapshot;
import org.crcgraph.serve.snapshot.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The page of one thing: facts with who says so, what stored queries tell, what links here. */
final class ThingPage {
  private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  private static final String NAME = "http://www.w3.org/2000/01/rdf-schema#label";
  private static final String ALIAS = "http://www.w3.org/2004/02/skos/core#altLabel";
  private static final String TITLE = "http://purl.org/dc/terms/title";
  private static final String ONTOLOGY = Links.BASE + "ontology#";
  private static final Set<String> BOOKKEEPING =
      Set.of(
          TYPE,
          ONTOLOGY + "fromDay",
          ONTOLOGY + "toDay",
          ONTOLOGY + "saidDay",
          ONTOLOGY + "mentions",
          "http://www.w3.org/ns/prov#wasGeneratedBy");
  private static final int LINKS_SHOWN = 60;
  private static final int ROWS_SHOWN = 40;
  private static final int QUOTE_SHOWN = 400;
  private static final int SAYERS_SHOWN = 3;

  /** Properties that come first; the others follow by name. */
  private static final List<String> FIRST =
      List.of(
          NAME,
          TITLE,
          ALIAS,
          ONTOLOGY + "legalName",
          ONTOLOGY + "companyNumber",
          ONTOLOGY + "documentKind",
          ONTOLOGY + "publisherName",
          ONTOLOGY + "issued",
          ONTOLOGY + "speaker",
          ONTOLOGY + "indicator",
          ONTOLOGY + "value",
          ONTOLOGY + "unit",
          ONTOLOGY + "claimSubject",
          ONTOLOGY + "claimProperty",
          ONTOLOGY + "claimValue");

  private static final String VALUES =
      """
      SELECT DISTINCT ?property ?value { GRAPH ?graph { ?thing ?property ?value } }
      ORDER BY ?property ?value
      """;

  private static final String CLAIMS =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX oa: <http://www.w3.org/ns/oa#>
      SELECT ?claim ?property ?value ?from ?to ?said ?standing ?source ?evidence ?quote {
        ?claim crc:claimSubject ?thing ;
          crc:claimProperty ?property ;
          crc:claimValue ?value .
        OPTIONAL { ?claim prov:wasDerivedFrom ?source }
        OPTIONAL { ?claim crc:validFrom ?from }
        OPTIONAL { ?claim crc:validTo ?to }
        OPTIONAL { ?claim crc:saidOn ?said }
        OPTIONAL { ?claim crc:standing ?standing }
        OPTIONAL {
          ?claim crc:evidence ?evidence
          OPTIONAL { ?evidence oa:hasSelector ?selector . ?selector oa:exact ?quote }
        }
      } ORDER BY ?property ?claim ?source ?evidence
      """;

  private static final String LINKS =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      SELECT DISTINCT ?property ?subject {
        ?subject ?property ?thing .
        FILTER(?property NOT IN (crc:claimSubject, crc:claimValue, crc:conflictSubject))
      } ORDER BY ?property ?subject LIMIT 2000
      """;

  private static final String WORKS =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT DISTINCT ?work ?type {
        ?thing rdfs:label ?name . ?work crc:publisherName ?publisher ; a ?type .
        FILTER(STR(?name) = STR(?publisher) && ?type IN (crc:Document, crc:Section, crc:Source))
      } ORDER BY ?type ?work
      """;

  private static final String COMPANIES =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      SELECT DISTINCT ?company {
        ?company crc:area ?thing ; a crc:CommunityRehabilitationCompany
      } ORDER BY ?company
      """;

  private static final String QUOTATION =
      """
      PREFIX oa: <http://www.w3.org/ns/oa#>
      SELECT ?quote ?document { ?thing oa:hasSource ?document
        OPTIONAL { ?thing oa:hasSelector ?selector . ?selector oa:exact ?quote } }
      ORDER BY DESC(BOUND(?quote)) LIMIT 1
      """;

  private final Snapshot snapshot;
  private final Tables tables;
  private final Stored stored;
  private final DocumentTexts texts;
  private final String iri;
  private final Node node;
  private final String id;
  private final String kind;

  ThingPage(Snapshot snapshot, StoredQueries queries, DocumentTexts texts, String iri) {
    this.snapshot = snapshot;
    this.texts = texts;
    this.iri = iri;
    tables = new Tables(snapshot);
    stored = new Stored(snapshot, queries);
    node = NodeFactory.createURI(iri);
    id = iri.substring((Links.BASE + "id/").length());
    kind = SearchIndex.kind(iri);
  }

  /** A stored query that tells something about things of some kinds. */
  private record Section(
      String heading, String query, String parameter, Set<String> kinds, List<String> hidden) {}

  private static final List<Section> SECTIONS =
      List.of(
          new Section("Owners", "ownership-history", "crc", Set.of("crc"), List.of()),
          new Section(
              "Companies owned or run",
              "crcs-of-owner",
              "owner",
              Set.of("organisation"),
              List.of()),
          new Section("Inspections", "inspections", "crc", Set.of("crc"), List.of("crcLabel")),
          new Section(
              "Posts", "posts", "person", Set.of("person"), List.of("person", "personLabel")),
          new Section(
              "People and posts",
              "posts",
              "organisation",
              Set.of("organisation", "crc"),
              List.of("organisation", "organisationLabel")),
          new Section("Contracts", "contracts", "crc", Set.of("crc"), List.of("crcLabel")),
          new Section(
              "Suppliers and partners",
              "suppliers",
              "crc",
              Set.of("crc"),
              List.of("customer", "customerLabel")),
          new Section(
              "What is said about %s",
              "statements-about",
              "entity",
              Set.of("crc", "organisation", "person", "programme", "area"),
              List.of()),
          new Section(
              "What %s says",
              "statements-by", "speaker", Set.of("crc", "organisation", "person"), List.of()),
          new Section(
              "Figures",
              "figures",
              "subject",
              Set.of("crc", "organisation", "person", "programme", "area"),
              List.of("subject", "subjectLabel")),
          new Section(
              "Where sources disagree",
              "conflicting-claims",
              "entity",
              Set.of("crc", "organisation", "person", "area"),
              List.of("sources1", "sources2")),
          new Section(
              "In other data sets",
              "external-links",
              "entity",
              Set.of("crc", "organisation", "person", "area", "programme"),
              List.of("entity", "entityLabel")),
          new Section(
              "Sources",
              "sources-of",
              "entity",
              Set.of("crc", "organisation", "person", "area", "programme"),
              List.of()));

  Html html() {
    ResultTable values = snapshot.select(Bound.to(QueryFactory.create(VALUES), "thing", node));
    ResultTable claims = snapshot.select(Bound.to(QueryFactory.create(CLAIMS), "thing", node));
    ResultTable links = snapshot.select(Bound.to(QueryFactory.create(LINKS), "thing", node));
    if (values.rows().isEmpty() && claims.rows().isEmpty() && links.rows().isEmpty()) {
      throw new ProblemException(
          Problem.of(404, "Not found", "There is no such thing in the graph."));
    }
    List<String> types = texts(values, TYPE);
    String title = title(values);
    List<Html> sections = new ArrayList<>();
    for (Section section : SECTIONS) {
      if (section.kinds().contains(kind)) {
        sections.add(section(section, section.heading().formatted(title), iri));
      }
    }
    List<Html> all = new ArrayList<>();
    all.add(facts(values, claims));
    if (kind.equals("document") && types.contains(ONTOLOGY + "Document")) {
      all.add(
          new DocumentParts(
                  snapshot,
                  tables,
                  node,
                  texts(values, ONTOLOGY + "sha256").stream().findFirst().flatMap(texts::of))
              .html());
    }
    if (kind.equals("area")) {
      all.addAll(companies());
    }
    if (kind.equals("conflict")) {
      all.add(conflict());
    }
    all.addAll(sections);
    if (kind.equals("publication") || kind.equals("organisation")) {
      all.add(works());
    }
    all.add(linksHere(links));
    all.add(downloads(title));
    return Layout.page(
        title,
        "/doc/" + id,
        snapshot.version(),
        head(),
        Html.all(
            Html.of("p", Attributes.of("class", "kind"), kinds(types)),
            Html.of("h1", title),
            aliases(values),
            words(values),
            Contents.of(all),
            Html.all(all)));
  }

  /** Both sides of a conflict. */
  private Html conflict() {
    Optional<ResultTable> all = stored.rows("conflicting-claims");
    if (all.isEmpty()) {
      return Html.NONE;
    }
    List<ResultTable.Row> rows =
        all.get().rows().stream().filter(r -> iri.equals(all.get().text(r, "conflict"))).toList();
    return rows.isEmpty()
        ? Html.NONE
        : Html.of(
            "section",
            Attributes.of("aria-labelledby", "sides"),
            Html.of("h2", Attributes.of("id", "sides"), "Who says what"),
            new Conflicts(snapshot, tables).list(new ResultTable(all.get().columns(), rows), "h3"));
  }

  /** Who ran an area: its company's owners and inspections. */
  private List<Html> companies() {
    List<Html> sections = new ArrayList<>();
    ResultTable table = snapshot.select(Bound.to(QueryFactory.create(COMPANIES), "thing", node));
    for (ResultTable.Row row : table.rows()) {
      String company = String.valueOf(table.text(row, "company"));
      String name = tables.label(company);
      sections.add(
          Html.of(
              "section",
              Attributes.of("aria-labelledby", "company"),
              Html.of("h2", Attributes.of("id", "company"), "Its company"),
              Html.of("p", Links.to(company, name))));
      for (Section section : SECTIONS) {
        if (section.parameter().equals("crc")) {
          sections.add(section(section, section.heading() + " of " + name, company));
        }
      }
    }
    return sections;
  }

  /** What it published that claims rest on. */
  private Html works() {
    ResultTable table = snapshot.select(Bound.to(QueryFactory.create(WORKS), "thing", node));
    if (table.rows().isEmpty()) {
      return Html.NONE;
    }
    List<Html> items = new ArrayList<>();
    for (ResultTable.Row row : table.rows()) {
      String work = String.valueOf(table.text(row, "work"));
      String name = snapshot.labels().titleOfSource(work);
      items.add(
          Html.of(
              "li",
              Links.to(work, tables.label(work)),
              name.isEmpty()
                  ? Html.NONE
                  : Html.of("span", Attributes.of("class", "quiet"), ": " + name)));
    }
    return Html.of(
        "section",
        Attributes.of("aria-labelledby", "works"),
        Html.of("h2", Attributes.of("id", "works"), "Published by it"),
        shortList(items));
  }

  /** A list of which the end is folded away where it is long. */
  private static Html shortList(List<Html> items) {
    if (items.size() <= ROWS_SHOWN) {
      return Html.of("ul", Attributes.NONE, items);
    }
    return Html.all(
        Html.of("ul", Attributes.NONE, items.subList(0, ROWS_SHOWN)),
        Html.of(
            "details",
            Html.of("summary", items.size() - ROWS_SHOWN + " more"),
            Html.of("ul", Attributes.NONE, items.subList(ROWS_SHOWN, items.size()))));
  }

  private Html head() {
    String doc = "/doc/" + Escape.path(id);
    return Html.all(
        Html.of("link", Attributes.of("rel", "canonical").and("href", iri)),
        Html.of(
            "link",
            Attributes.of("rel", "alternate").and("type", "text/turtle").and("href", doc + ".ttl")),
        Html.of(
            "link",
            Attributes.of("rel", "alternate")
                .and("type", "application/ld+json")
                .and("href", doc + ".jsonld")));
  }

  private static List<String> texts(ResultTable values, String property) {
    List<String> texts = new ArrayList<>();
    for (ResultTable.Row row : values.rows()) {
      if (property.equals(values.text(row, "property"))) {
        String text = String.valueOf(values.text(row, "value"));
        if (!texts.contains(text)) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  private String title(ResultTable values) {
    for (String property : List.of(TITLE, NAME)) {
      List<String> texts = texts(values, property);
      if (!texts.isEmpty() && (property.equals(NAME) || !kind.equals("organisation"))) {
        return texts.get(0);
      }
    }
    String words = tables.label(iri);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private String kinds(List<String> types) {
    List<String> names =
        types.stream()
            .filter(t -> t.startsWith(ONTOLOGY))
            .map(t -> snapshot.vocabulary().label(t))
            .toList();
    return names.isEmpty()
        ? Vocabulary.words(kind.equals("document") ? id.substring(id.lastIndexOf('/') + 1) : kind)
        : String.join(", ", names);
  }

  private Html aliases(ResultTable values) {
    List<String> aliases = texts(values, ALIAS);
    return aliases.isEmpty()
        ? Html.NONE
        : Html.of(
            "p", Attributes.of("class", "aliases"), "Also called " + String.join(", ", aliases));
  }

  /** The words of a statement stand first on its page. */
  private Html words(ResultTable values) {
    List<String> words = texts(values, ONTOLOGY + "text");
    if (!words.isEmpty()) {
      return Html.of("blockquote", Html.of("p", Attributes.of("class", "text"), words.get(0)));
    }
    if (kind.equals("statement")) {
      return Html.of("p", Attributes.of("class", "notice"), Statements.NOT_AT_HAND);
    }
    return iri.contains("/passage/") ? quotation() : Html.NONE;
  }

  /** The words of a passage, and where they stand. */
  private Html quotation() {
    ResultTable table = snapshot.select(Bound.to(QueryFactory.create(QUOTATION), "thing", node));
    if (table.rows().isEmpty()) {
      return Html.NONE;
    }
    ResultTable.Row row = table.rows().get(0);
    String quote = table.text(row, "quote");
    String document = String.valueOf(table.text(row, "document"));
    return Html.all(
        Html.of("p", Html.text("In "), Links.to(document, tables.label(document))),
        quote == null
            ? Html.of("p", Attributes.of("class", "notice"), Statements.NOT_AT_HAND)
            : Html.of("blockquote", Html.of("p", Attributes.of("class", "text"), quote)));
  }

  private record Fact(String property, String value) {}

  private Html facts(ResultTable values, ResultTable claims) {
    Map<Fact, Node> nodes = new LinkedHashMap<>();
    Map<Fact, List<ResultTable.Row>> sayers = new LinkedHashMap<>();
    for (ResultTable.Row row : values.rows()) {
      Fact fact =
          new Fact(
              String.valueOf(values.text(row, "property")),
              String.valueOf(values.text(row, "value")));
      if (!BOOKKEEPING.contains(fact.property())) {
        nodes.putIfAbsent(fact, row.cells().get(1).orElseThrow());
      }
    }
    Set<Fact> chosen = Set.copyOf(nodes.keySet());
    int valueColumn = claims.columns().indexOf("value");
    for (ResultTable.Row row : claims.rows()) {
      Fact fact =
          new Fact(
              String.valueOf(claims.text(row, "property")),
              String.valueOf(claims.text(row, "value")));
      if (!BOOKKEEPING.contains(fact.property())) {
        nodes.putIfAbsent(fact, row.cells().get(valueColumn).orElseThrow());
        sayers.computeIfAbsent(fact, f -> new ArrayList<>()).add(row);
      }
    }
    nodes.keySet().removeIf(this::isShownElsewhere);
    boolean isTold = nodes.keySet().stream().anyMatch(sayers::containsKey);
    Map<String, List<Fact>> byProperty =
        new TreeMap<>(
            Comparator.comparingInt(ThingPage::rank)
                .thenComparing(p -> snapshot.vocabulary().label(p))
                .thenComparing(Comparator.naturalOrder()));
    nodes
        .keySet()
        .forEach(f -> byProperty.computeIfAbsent(f.property(), p -> new ArrayList<>()).add(f));
    if (byProperty.isEmpty()) {
      return Html.NONE;
    }
    List<Html> rows = new ArrayList<>();
    byProperty.forEach(
        (property, facts) -> {
          boolean contested =
              facts.stream().anyMatch(chosen::contains)
                  && facts.stream().anyMatch(f -> isRejected(claims, sayers.get(f)));
          for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            String period = period(claims, sayers.get(fact));
            rows.add(
                Html.of(
                    "tr",
                    Attributes.of("role", "row"),
                    i == 0
                        ? Html.of(
                            "th",
                            Attributes.of("scope", "rowgroup")
                                .and("role", "rowheader")
                                .and("rowspan", String.valueOf(facts.size())),
                            propertyName(property))
                        : Html.NONE,
                    Html.of(
                        "td",
                        Attributes.of("role", "cell"),
                        value(nodes, fact),
                        period.isEmpty()
                            ? Html.NONE
                            : Html.of("span", Attributes.of("class", "quiet"), ", " + period),
                        mark(claims, fact, chosen, sayers.get(fact), contested)),
                    isTold
                        ? Html.of(
                            "td",
                            Attributes.of("role", "cell"),
                            sayers(claims, sayers.get(fact), !period.isEmpty()))
                        : Html.NONE));
          }
        });
    return Html.of(
        "section",
        Attributes.of("aria-labelledby", "facts"),
        Html.of("h2", Attributes.of("id", "facts"), "Facts"),
        Tables.framed(
            "Facts",
            Html.of(
                "table",
                Attributes.of("class", "facts").and("role", "table"),
                Html.of(
                    "thead",
                    Attributes.of("role", "rowgroup"),
                    Html.of(
                        "tr",
                        Attributes.of("role", "row"),
                        columnHead("Property"),
                        columnHead("Value"),
                        isTold ? columnHead("Who says so") : Html.NONE)),
                Html.of("tbody", Attributes.of("role", "rowgroup"), rows))));
  }

  private static Html columnHead(String text) {
    return Html.of("th", Attributes.of("scope", "col").and("role", "columnheader"), text);
  }

  private static int rank(String property) {
    int place = FIRST.indexOf(property);
    return place < 0 ? FIRST.size() : place;
  }

  /** The words of a statement stand above; the label made for a relation is its heading. */
  private boolean isShownElsewhere(Fact fact) {
    return fact.property().equals(ONTOLOGY + "text")
        || (fact.property().equals(NAME)
            && Set.of("ownership", "parent-link", "post", "supply", "contract").contains(kind));
  }

  /** The period for which all who say so mean it; empty where they differ or give none. */
  private static String period(ResultTable claims, @Nullable List<ResultTable.Row> rows) {
    if (rows == null) {
      return "";
    }
    List<String> periods =
        rows.stream()
            .map(r -> period(claims.text(r, "from"), claims.text(r, "to")))
            .distinct()
            .toList();
    return periods.size() == 1 ? periods.get(0) : "";
  }

  private Html value(Map<Fact, Node> nodes, Fact fact) {
    Node value = nodes.get(fact);
    return value == null ? Html.NONE : tables.value(value);
  }

  private Html propertyName(String property) {
    String comment = snapshot.vocabulary().comment(property);
    Html name = Links.to(property, snapshot.vocabulary().label(property));
    return comment.isEmpty() ? name : Html.of("span", Attributes.of("title", comment), name);
  }

  private static boolean isRejected(ResultTable claims, @Nullable List<ResultTable.Row> rows) {
    return rows != null
        && rows.stream().allMatch(r -> (ONTOLOGY + "Contested").equals(claims.text(r, "standing")));
  }

  private static Html mark(
      ResultTable claims,
      Fact fact,
      Set<Fact> chosen,
      @Nullable List<ResultTable.Row> rows,
      boolean contested) {
    if (isRejected(claims, rows)) {
      return Html.of("span", Attributes.of("class", "mark rejected"), "not chosen");
    }
    if (contested && chosen.contains(fact)) {
      return Html.of("span", Attributes.of("class", "mark contested"), "contested");
    }
    if (!chosen.contains(fact)) {
      return Html.of("span", Attributes.of("class", "mark"), "as one source says");
    }
    return Html.NONE;
  }

  private Html sayers(
      ResultTable claims, @Nullable List<ResultTable.Row> rows, boolean periodShown) {
    if (rows == null) {
      return Html.of(
          "span",
          Attributes.of("class", "quiet").and("title", "Worked out when the graph was built"),
          "derived");
    }
    Map<String, Html> bySource = new LinkedHashMap<>();
    for (ResultTable.Row row : rows) {
      String source = claims.text(row, "source");
      String key = source + " " + claims.text(row, "quote");
      bySource.putIfAbsent(key, Html.of("li", sayer(claims, row, source, periodShown)));
    }
    List<Html> items = List.copyOf(bySource.values());
    Attributes list = Attributes.of("class", "sayers");
    if (items.size() <= SAYERS_SHOWN + 1) {
      return Html.of("ul", list, items);
    }
    return Html.all(
        Html.of("ul", list, items.subList(0, SAYERS_SHOWN)),
        Html.of(
            "details",
            Html.of("summary", items.size() - SAYERS_SHOWN + " more"),
            Html.of("ul", list, items.subList(SAYERS_SHOWN, items.size()))));
  }

  private Html sayer(
      ResultTable claims, ResultTable.Row row, @Nullable String source, boolean periodShown) {
    List<Html> parts = new ArrayList<>();
    parts.add(
        source == null ? Html.text("no source found") : Links.to(source, tables.label(source)));
    String sort = source == null ? "" : snapshot.labels().kindOfSource(source);
    if (!sort.isEmpty()) {
      parts.add(Html.text(" (" + sort + ")"));
    }
    String period = period(claims.text(row, "from"), claims.text(row, "to"));
    String said = claims.text(row, "said");
    if (!period.isEmpty() && !periodShown) {
      parts.add(Html.text(" for " + period));
    }
    if (said != null) {
      parts.add(Html.all(Html.text(", said "), Dates.time(said)));
    }
    String evidence = claims.text(row, "evidence");
    String quote = claims.text(row, "quote");
    if (evidence != null && evidence.contains("/passage/") && quote == null) {
      parts.add(Html.all(Html.text(", "), Links.to(evidence, tables.label(evidence))));
    }
    String claim = claims.text(row, "claim");
    if (claim != null) {
      parts.add(Html.text(" "));
      parts.add(
          Html.of("a", Attributes.of("href", Links.of(claim)).and("class", "quiet"), "claim"));
    }
    if (quote != null) {
      parts.add(
          Html.of(
              "details",
              Html.of("summary", "passage"),
              Html.of("q", Labels.shortened(quote, QUOTE_SHOWN))));
    }
    return Html.all(parts);
  }

  private static String period(@Nullable String from, @Nullable String to) {
    String since = from == null ? "" : Dates.words(from).orElse(from);
    String until = to == null ? "" : Dates.words(to).orElse(to);
    if (since.isEmpty()) {
      return until.isEmpty() ? "" : "until " + until;
    }
    return until.isEmpty() ? "from " + since : since + " to " + until;
  }

  private Html section(Section section, String heading, String about) {
    Optional<ResultTable> found =
        stored.rows(section.query(), new Argument(section.parameter(), about));
    if (found.isEmpty() || found.get().rows().isEmpty()) {
      return Html.NONE;
    }
    ResultTable table = found.get();
    String address = "/api/" + section.query();
    String asked =
        "?"
            + section.parameter()
            + "="
            + Escape.url(about.substring((Links.BASE + "id/").length()));
    Html content =
        section.query().startsWith("statements-")
            ? Statements.list(tables, table, ROWS_SHOWN)
            : section.query().equals("conflicting-claims")
                ? new Conflicts(snapshot, tables).list(table.page(0, ROWS_SHOWN), "h3")
                : tables.table(
                    Columns.without(table.page(0, ROWS_SHOWN), section.hidden()), heading);
    String count = table.rows().size() > ROWS_SHOWN ? "All " + table.rows().size() + ": " : "";
    return Html.of(
        "section",
        Attributes.of("aria-labelledby", section.query()),
        Html.of("h2", Attributes.of("id", section.query()), heading),
        content,
        Html.of(
            "p",
            Attributes.of("class", "tools"),
            Html.text(count),
            Html.link(address + ".html" + asked, "table"),
            Html.text(" · "),
            Html.link(address + ".csv" + asked, "CSV"),
            Html.text(" · "),
            Html.link(address + ".json" + asked, "JSON")));
  }

  private Html linksHere(ResultTable links) {
    if (links.rows().isEmpty()) {
      return Html.NONE;
    }
    Map<String, List<String>> byProperty = new TreeMap<>();
    for (ResultTable.Row row : links.rows()) {
      byProperty
          .computeIfAbsent(String.valueOf(links.text(row, "property")), p -> new ArrayList<>())
          .add(String.valueOf(links.text(row, "subject")));
    }
    List<Html> groups = new ArrayList<>();
    byProperty.forEach(
        (property, subjects) -> {
          List<Html> items =
              subjects.stream()
                  .limit(LINKS_SHOWN)
                  .map(s -> Html.of("li", Links.to(s, tables.label(s))))
                  .toList();
          String more =
              subjects.size() > LINKS_SHOWN
                  ? "and " + (subjects.size() - LINKS_SHOWN) + " more, in the downloads below"
                  : "";
          groups.add(
              Html.of(
                  "details",
                  Html.of(
                      "summary",
                      snapshot.vocabulary().label(property) + " (" + subjects.size() + ")"),
                  Html.of("ul", Attributes.NONE, items),
                  more.isEmpty() ? Html.NONE : Html.of("p", more)));
        });
    return Html.of(
        "section",
        Attributes.of("aria-labelledby", "links"),
        Html.of("h2", Attributes.of("id", "links"), "What links here"),
        Html.all(groups));
  }

  private Html downloads(String title) {
    String doc = "/doc/" + Escape.path(id);
    return Html.of(
        "section",
        Attributes.of("aria-labelledby", "cite"),
        Html.of("h2", Attributes.of("id", "cite"), "Download and cite"),
        Html.of(
            "p",
            Html.link(doc + ".ttl", "Turtle"),
            Html.text(" · "),
            Html.link(doc + ".jsonld", "JSON-LD"),
            Html.text(" · "),
            Html.link(doc + ".nt", "N-Triples"),
            Html.text(" · "),
            Html.link("/api/sources-of.csv?entity=" + Escape.url(id), "sources as CSV")),
        Html.of(
            "p",
            Attributes.of("class", "citation"),
            "CRC Graph, version "
                + Layout.shortVersion(snapshot.version())
                + ", "
                + (title.contains("“") ? title : "“" + title + "”")
                + ", "
                + iri));
  }
}
