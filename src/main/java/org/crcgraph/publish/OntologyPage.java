package org.crcgraph.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.crcgraph.graph.Ontology;
import org.crcgraph.graph.Terms;

/**
 * The ontology as one self-contained HTML page, made from the ontology itself: a diagram, every
 * class, property and concept with its meaning, what other vocabularies call it, and examples. It
 * asks for nothing from outside and runs no script.
 */
public final class OntologyPage {
  private static final Map<String, String> PREFIXES = prefixes();

  /** Where the core classes stand in the diagram: column and row. */
  private static final Map<String, int[]> PLACES = places();

  private static final Map<String, String> TERMS_OF_OTHERS =
      Map.of(
          "Organization", "http://www.w3.org/ns/org#Organization",
          "Person", "http://xmlns.com/foaf/0.1/Person");

  private static final int BOX_WIDTH = 190;
  private static final int BOX_HEIGHT = 38;
  private static final int COLUMN = 270;
  private static final int ROW = 92;

  private final Graph ontology;
  private final StringBuilder html = new StringBuilder();

  private OntologyPage(Graph ontology) {
    this.ontology = ontology;
  }

  /** The page as an HTML document. */
  public static String of(Ontology ontology) {
    return new OntologyPage(ontology.graph()).write();
  }

  private static Map<String, String> prefixes() {
    Map<String, String> prefixes = new LinkedHashMap<>();
    prefixes.put(Terms.NS, "crc:");
    prefixes.put("http://www.w3.org/ns/org#", "org:");
    prefixes.put("http://www.w3.org/ns/prov#", "prov:");
    prefixes.put("http://www.w3.org/2004/02/skos/core#", "skos:");
    prefixes.put("http://purl.org/dc/terms/", "dcterms:");
    prefixes.put("http://www.w3.org/ns/dcat#", "dcat:");
    prefixes.put("http://rdfs.org/ns/void#", "void:");
    prefixes.put("http://purl.org/vocab/vann/", "vann:");
    prefixes.put("http://www.w3.org/ns/oa#", "oa:");
    prefixes.put("http://xmlns.com/foaf/0.1/", "foaf:");
    prefixes.put("http://www.w3.org/ns/adms#", "adms:");
    prefixes.put("http://www.w3.org/2001/XMLSchema#", "xsd:");
    prefixes.put("http://www.w3.org/2000/01/rdf-schema#", "rdfs:");
    prefixes.put("http://bods.openownership.org/vocabulary/", "bods:");
    prefixes.put("https://schema.followthemoney.tech/#", "ftm:");
    prefixes.put("http://data.tbfy.eu/ontology/ocds#", "ocds:");
    prefixes.put("http://www.w3.org/ns/regorg#", "rov:");
    prefixes.put("https://schema.org/", "schema:");
    return prefixes;
  }

  private static Map<String, int[]> places() {
    Map<String, int[]> places = new LinkedHashMap<>();
    places.put("ContractPackageArea", new int[] {0, 0});
    places.put("CommunityRehabilitationCompany", new int[] {0, 1});
    places.put("Ownership", new int[] {0, 2});
    places.put("ControlPeriod", new int[] {0, 3});
    places.put("Organization", new int[] {1, 2});
    places.put("ParentLink", new int[] {1, 3});
    places.put("Contract", new int[] {1, 1});
    places.put("Inspection", new int[] {0, 4});
    places.put("Supply", new int[] {2, 1});
    places.put("PostHolding", new int[] {2, 2});
    places.put("Person", new int[] {2, 3});
    places.put("Statement", new int[] {3, 3});
    places.put("Document", new int[] {3, 2});
    places.put("EvidenceSpan", new int[] {3, 1});
    places.put("Claim", new int[] {3, 0});
    places.put("Conflict", new int[] {2, 0});
    return places;
  }

  private String write() {
    Node self =
        org.apache.jena.graph.NodeFactory.createURI(Terms.NS.substring(0, Terms.NS.length() - 1));
    html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>CRC Graph ontology</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n<h1>CRC Graph ontology</h1>\n");
    paragraph(text(self, "http://purl.org/dc/terms/description").orElse(""));
    html.append("<p>Namespace <code>")
        .append(Terms.NS)
        .append("</code>, prefix <code>crc:</code>, version ")
        .append(escape(text(self, OWL.versionInfo.getURI()).orElse("")))
        .append(".</p>\n<nav aria-label=\"Contents\"><a href=\"#model\">Model</a> ")
        .append("<a href=\"#classes\">Classes</a> <a href=\"#properties\">Properties</a> ")
        .append("<a href=\"#concepts\">Concepts</a> <a href=\"#examples\">Examples</a> ")
        .append("<a href=\"#reused\">Reused terms</a></nav>\n");
    model();
    section("classes", "Classes", ownTerms(OWL.Class.asNode()));
    List<Node> properties = new ArrayList<>(ownTerms(OWL.ObjectProperty.asNode()));
    properties.addAll(ownTerms(OWL.DatatypeProperty.asNode()));
    properties.addAll(ownTerms(OWL.AnnotationProperty.asNode()));
    properties.sort(Comparator.comparing(Node::getURI, String.CASE_INSENSITIVE_ORDER));
    section("properties", "Properties", properties.stream().distinct().toList());
    List<Node> concepts = new ArrayList<>(ownTerms(SKOS.ConceptScheme.asNode()));
    concepts.addAll(ownTerms(SKOS.Concept.asNode()));
    section("concepts", "Concepts", concepts);
    examples();
    reused();
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private void model() {
    html.append("<h2 id=\"model\">The model</h2>\n");
    paragraph(
        "A thing (a company, a person, an ownership) has plain facts in the graph of facts. Beside"
            + " each fact stands a claim for every source that states it, in the named graph of that"
            + " source; a claim names its subject, property and value, the register row or passage it"
            + " was taken from, and how it stands beside other claims. Relations that held for a time"
            + " are things of their own, with both ends inclusive and as precise as the source.");
    int width = 4 * COLUMN;
    int height = 5 * ROW;
    html.append("<div class=\"wide\"><svg role=\"img\" aria-labelledby=\"dt\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(height)
        .append("\" width=\"")
        .append(width)
        .append(
            "\">\n<title id=\"dt\">Core classes and the properties between them; the same is in")
        .append(" the tables below</title>\n<defs><marker id=\"a\" viewBox=\"0 0 8 8\" refX=\"8\"")
        .append(" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">")
        .append("<path d=\"M0 0 8 4 0 8z\"/></marker></defs>\n");
    Map<String, List<String>> edges = new LinkedHashMap<>();
    for (Node property : ownTerms(OWL.ObjectProperty.asNode())) {
      Optional<String> from = object(property, RDFS.domain.asNode()).map(OntologyPage::local);
      Optional<String> to = object(property, RDFS.range.asNode()).map(OntologyPage::local);
      if (from.filter(PLACES::containsKey).isPresent()
          && to.filter(PLACES::containsKey).isPresent()
          && !from.equals(to)) {
        edges
            .computeIfAbsent(from.get() + ">" + to.get(), k -> new ArrayList<>())
            .add(local(property));
      }
    }
    edges.put("Claim>EvidenceSpan", List.of("evidence"));
    edges.put("EvidenceSpan>Document", List.of("oa:hasSource"));
    edges.put("PostHolding>Person", List.of("org:member"));
    edges.put("PostHolding>Organization", List.of("org:organization"));
    edges.put("Statement>Person", List.of("speaker"));
    edges.forEach(this::edge);
    PLACES.forEach(this::box);
    html.append("</svg></div>\n");
  }

  private void box(String name, int[] place) {
    int x = place[0] * COLUMN + 10;
    int y = place[1] * ROW + 20;
    // Organisations and persons are terms of ORG and FOAF, which have pages of their own.
    html.append("<a href=\"")
        .append(TERMS_OF_OTHERS.getOrDefault(name, "#" + name))
        .append("\"><rect x=\"")
        .append(x)
        .append("\" y=\"")
        .append(y)
        .append("\" width=\"")
        .append(BOX_WIDTH)
        .append("\" height=\"")
        .append(BOX_HEIGHT)
        .append("\" rx=\"6\"/><text class=\"box\" x=\"")
        .append(x + BOX_WIDTH / 2)
        .append("\" y=\"")
        .append(y + BOX_HEIGHT / 2 + 4)
        .append("\">")
        .append(name.equals("CommunityRehabilitationCompany") ? "CRC" : name)
        .append("</text></a>\n");
  }

  private void edge(String ends, List<String> properties) {
    int[] from = PLACES.get(ends.substring(0, ends.indexOf('>')));
    int[] to = PLACES.get(ends.substring(ends.indexOf('>') + 1));
    if (from == null || to == null) {
      return;
    }
    int x1 =
        from[0] * COLUMN + 10 + (to[0] > from[0] ? BOX_WIDTH : to[0] < from[0] ? 0 : BOX_WIDTH / 2);
    int x2 =
        to[0] * COLUMN + 10 + (to[0] > from[0] ? 0 : to[0] < from[0] ? BOX_WIDTH : BOX_WIDTH / 2);
    int y1 =
        from[1] * ROW + 20 + (to[0] != from[0] ? BOX_HEIGHT / 2 : to[1] > from[1] ? BOX_HEIGHT : 0);
    int y2 =
        to[1] * ROW + 20 + (to[0] != from[0] ? BOX_HEIGHT / 2 : to[1] > from[1] ? 0 : BOX_HEIGHT);
    html.append("<line x1=\"")
        .append(x1)
        .append("\" y1=\"")
        .append(y1)
        .append("\" x2=\"")
        .append(x2)
        .append("\" y2=\"")
        .append(y2)
        .append("\" marker-end=\"url(#a)\"/>");
    int x = (x1 + x2) / 2;
    int y = (y1 + y2) / 2 - 6 * (properties.size() - 1);
    for (String property : properties) {
      html.append("<text x=\"")
          .append(x)
          .append("\" y=\"")
          .append(y)
          .append("\">")
          .append(escape(property))
          .append("</text>");
      y += 13;
    }
    html.append('\n');
  }

  private void section(String id, String title, List<Node> terms) {
    html.append("<h2 id=\"").append(id).append("\">").append(title).append("</h2>\n");
    for (Node term : terms) {
      term(term);
    }
  }

  private void term(Node term) {
    html.append("<section id=\"")
        .append(escape(local(term)))
        .append("\">\n<h3><code>")
        .append(escape(shorten(term)))
        .append("</code> <span>")
        .append(escape(label(term)))
        .append("</span></h3>\n");
    paragraph(text(term, RDFS.comment.getURI()).orElse(""));
    html.append("<dl>\n");
    row("subclass of", objects(term, RDFS.subClassOf.asNode()));
    row("never also", disjoint(term));
    row("domain", objects(term, RDFS.domain.asNode()));
    row("range", objects(term, RDFS.range.asNode()));
    row("in scheme", objects(term, SKOS.inScheme.asNode()));
    if (ontology.contains(term, RDF.type.asNode(), OWL.FunctionalProperty.asNode())) {
      html.append("<dt>functional</dt><dd>one value; different values are a conflict</dd>\n");
    }
    row("properties", subjects(RDFS.domain.asNode(), term));
    row("same as", objects(term, SKOS.exactMatch.asNode()));
    row("close to", objects(term, SKOS.closeMatch.asNode()));
    row("narrower than", objects(term, SKOS.broadMatch.asNode()));
    row("related to", objects(term, SKOS.relatedMatch.asNode()));
    html.append("</dl>\n</section>\n");
  }

  /** Classes that share no member with this one, whichever of the two says so. */
  private List<Node> disjoint(Node term) {
    List<Node> classes = new ArrayList<>(objects(term, OWL.disjointWith.asNode()));
    classes.addAll(subjects(OWL.disjointWith.asNode(), term));
    classes.sort(Comparator.comparing(Node::getURI, String.CASE_INSENSITIVE_ORDER));
    return classes;
  }

  private void row(String name, List<Node> terms) {
    if (terms.isEmpty()) {
      return;
    }
    html.append("<dt>").append(name).append("</dt><dd>");
    String comma = "";
    for (Node term : terms) {
      html.append(comma).append(link(term));
      comma = ", ";
    }
    html.append("</dd>\n");
  }

  private String link(Node term) {
    String target = term.getURI().startsWith(Terms.NS) ? "#" + local(term) : term.getURI();
    return "<a href=\"" + escape(target) + "\"><code>" + escape(shorten(term)) + "</code></a>";
  }

  private void examples() {
    html.append("<h2 id=\"examples\">Examples</h2>\n");
    example(
        "Who owned which CRC on a day",
        """
        PREFIX crc: <https://w3id.org/crcgraph/ontology#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        SELECT ?company ?ownerName ?ultimateName WHERE {
          BIND("2018-06-15"^^xsd:date AS ?day)
          ?period a crc:ControlPeriod ; crc:ofOwnership ?ownership ; crc:ultimateOwner ?ultimate .
          ?ownership crc:owned/rdfs:label ?company ; crc:owner/rdfs:label ?ownerName .
          ?ultimate rdfs:label ?ultimateName .
          OPTIONAL { ?period crc:fromDay ?from } OPTIONAL { ?period crc:toDay ?to }
          FILTER((!BOUND(?from) || ?from <= ?day) && (!BOUND(?to) || ?day <= ?to))
        } ORDER BY ?company
        """);
    example(
        "Every claim about a company with its sources",
        """
        PREFIX crc: <https://w3id.org/crcgraph/ontology#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?property ?value ?source ?standing WHERE {
          ?claim crc:claimSubject <https://w3id.org/crcgraph/id/crc/london-crc> ;
                 crc:claimProperty ?property ; crc:claimValue ?value ;
                 crc:standing ?standing ; prov:wasDerivedFrom ?source .
        }
        """);
    example(
        "Where sources disagree",
        """
        PREFIX crc: <https://w3id.org/crcgraph/ontology#>
        SELECT ?subject ?property ?chosen ?rejected ?why WHERE {
          ?conflict a crc:Conflict ; crc:conflictSubject ?subject ; crc:conflictProperty ?property ;
                    crc:rejectedClaim/crc:claimValue ?rejected ; crc:resolution ?why .
          OPTIONAL { ?conflict crc:chosenClaim/crc:claimValue ?chosen }
        }
        """);
  }

  private void example(String title, String query) {
    html.append("<h3>")
        .append(escape(title))
        .append("</h3>\n<pre tabindex=\"0\"><code>")
        .append(escape(query))
        .append("</code></pre>\n");
  }

  private void reused() {
    html.append("<h2 id=\"reused\">Terms of other vocabularies</h2>\n<ul>\n");
    ontology
        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .mapWith(t -> t.getSubject())
        .filterKeep(
            n -> n.isURI() && !n.getURI().startsWith(Terms.NS.substring(0, Terms.NS.length() - 1)))
        .toSet()
        .stream()
        .sorted(Comparator.comparing(OntologyPage::shorten))
        .forEach(t -> html.append("<li>").append(link(t)).append("</li>\n"));
    html.append("</ul>\n");
  }

  private List<Node> ownTerms(Node type) {
    return ontology
        .find(Node.ANY, RDF.type.asNode(), type)
        .mapWith(t -> t.getSubject())
        .filterKeep(n -> n.isURI() && n.getURI().startsWith(Terms.NS))
        .toList()
        .stream()
        .sorted(Comparator.comparing(Node::getURI, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private List<Node> objects(Node subject, Node predicate) {
    return ontology
        .find(subject, predicate, Node.ANY)
        .mapWith(t -> t.getObject())
        .filterKeep(Node::isURI)
        .toList()
        .stream()
        .sorted(Comparator.comparing(Node::getURI))
        .toList();
  }

  private List<Node> subjects(Node predicate, Node object) {
    return ontology
        .find(Node.ANY, predicate, object)
        .mapWith(t -> t.getSubject())
        .filterKeep(Node::isURI)
        .toList()
        .stream()
        .sorted(Comparator.comparing(Node::getURI))
        .toList();
  }

  private Optional<Node> object(Node subject, Node predicate) {
    return objects(subject, predicate).stream().findFirst();
  }

  private Optional<String> text(Node subject, String predicate) {
    return ontology
        .find(subject, org.apache.jena.graph.NodeFactory.createURI(predicate), Node.ANY)
        .mapWith(t -> t.getObject().getLiteralLexicalForm())
        .toList()
        .stream()
        .findFirst();
  }

  private String label(Node term) {
    return text(term, RDFS.label.getURI()).orElse("");
  }

  private void paragraph(String text) {
    if (!text.isEmpty()) {
      html.append("<p>").append(escape(text)).append("</p>\n");
    }
  }

  private static String local(Node term) {
    String iri = term.getURI();
    return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
  }

  private static String shorten(Node term) {
    for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
      if (term.getURI().startsWith(prefix.getKey())) {
        return prefix.getValue() + term.getURI().substring(prefix.getKey().length());
      }
    }
    return term.getURI();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: light-dark(#1c2430, #e6e9ee); --paper: light-dark(#fff, #14181f);
        --quiet: light-dark(#556070, #9aa5b4); --line: light-dark(#d4dae2, #343c48); --link: light-dark(#0b5394, #8ec1f5); }
      body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
      main { max-width: 70rem; margin: 0 auto; padding: 1rem; }
      nav a { margin-right: 1rem; } a { color: var(--link); }
      h2 { border-top: 1px solid var(--line); padding-top: 1rem; margin-top: 2rem; }
      h3 { margin: 1.2rem 0 .2rem; font-size: 1rem; } h3 span { color: var(--quiet); font-weight: normal; }
      p { margin: .3rem 0; max-width: 46rem; } code, pre { font-family: ui-monospace, monospace; font-size: .92em; }
      dl { display: grid; grid-template-columns: 8rem 1fr; margin: .3rem 0; font-size: .92rem; }
      dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
      pre { background: light-dark(#f4f6f9, #1d232c); padding: .8rem; overflow: auto; }
      .wide { overflow-x: auto; } svg { max-width: none; }
      svg rect { fill: light-dark(#eef3f9, #223044); stroke: var(--link); } svg line { stroke: var(--quiet); }
      svg text { font: 11px system-ui, sans-serif; fill: var(--quiet); text-anchor: middle; paint-order: stroke;
        stroke: var(--paper); stroke-width: 3px; } svg text.box { font-size: 13px; fill: var(--ink); stroke: none; }
      svg marker path { fill: var(--quiet); }
      @media (max-width: 40rem) { dl { grid-template-columns: 1fr; } }
      @media print { nav { display: none; } section { break-inside: avoid; } }
      """;
}
