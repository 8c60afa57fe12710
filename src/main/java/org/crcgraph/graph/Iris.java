package org.crcgraph.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.crcgraph.model.DocumentRef;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.RegisterRow;
import org.crcgraph.model.Sha256;

/**
 * Mints the IRIs of things, claims and graphs. An IRI depends on the content alone, so that the
 * same inputs give the same graph.
 *
 * @param base what every IRI begins with, ending in a slash
 */
public record Iris(String base) {
  /** The canonical base. */
  public static final Iris CANONICAL = new Iris("https://w3id.org/crcgraph/");

  private static final Pattern NOT_IN_SLUG = Pattern.compile("[^a-z0-9]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Hexadecimal digits of a digest that tell things apart: 80 bits. */
  private static final int DIGEST_DIGITS = 20;

  public Iris {
    if (!base.endsWith("/")) {
      throw new IllegalArgumentException("a base ends in a slash: " + base);
    }
  }

  /** A thing by its {@code KIND/SLUG}. */
  public Node id(String id) {
    return NodeFactory.createURI(base + "id/" + id);
  }

  /** The graph of the plain, chosen facts. */
  public Node factsGraph() {
    return graph("facts");
  }

  /** The graph of the conflicts between sources. */
  public Node conflictsGraph() {
    return graph("conflicts");
  }

  /** The graph of what is computed from the facts. */
  public Node derivedGraph() {
    return graph("derived");
  }

  /** The graph of the ontology. */
  public Node ontologyGraph() {
    return graph("ontology");
  }

  /** The data set as a whole. */
  public Node dataset() {
    return id("dataset/crcgraph");
  }

  /** The graph that describes the data set and its sources. */
  public Node metadataGraph() {
    return graph("metadata");
  }

  /** The graph that describes the stored queries. */
  public Node queriesGraph() {
    return graph("queries");
  }

  /** A stored query: its address in the API. */
  public Node query(String name) {
    return NodeFactory.createURI(base + "api/" + name);
  }

  /** The SPARQL endpoint. */
  public Node endpoint() {
    return NodeFactory.createURI(base + "sparql");
  }

  /** The graph of the labels of things that documents name and no register describes. */
  public Node namesGraph() {
    return graph("names");
  }

  /** The graph of a register's claims. */
  public Node registerGraph(String register) {
    return graph("register/" + register);
  }

  /** The graph of what was taken from a document. */
  public Node documentGraph(DocumentRef document) {
    return graph("document/" + documentId(document));
  }

  private Node graph(String path) {
    return NodeFactory.createURI(base + "graph/" + path);
  }

  /** A document, by the digest of its bytes. */
  public Node document(DocumentRef document) {
    return id("document/" + documentId(document));
  }

  /** A passage of a document, in code points. */
  public Node passage(DocumentRef document, int start, int end) {
    return id("document/" + documentId(document) + "/passage/" + start + "-" + end);
  }

  /** A part of a document by its kind and first code point. */
  public Node part(DocumentRef document, String kind, int start) {
    return id("document/" + documentId(document) + "/" + kind + "/" + start);
  }

  /** A row of a register. */
  public Node row(RegisterRow row) {
    return id("row/" + row.register() + "/" + slug(row.key()));
  }

  /** A register as a data set. */
  public Node register(String register) {
    return id("register/" + register);
  }

  /**
   * An entity: by its id where a register or lexicon knows it; else by its name within the
   * document, since two documents may mean different things by one name.
   */
  public Node entity(EntityRef entity, DocumentRef document) {
    return id(
        entity
            .knownId()
            .orElseGet(
                () ->
                    entity.kind().segment()
                        + "/"
                        + slug(entity.name())
                        + "."
                        + documentId(document).substring(0, 8)));
  }

  /** A thing that has no name of its own, by what makes it that thing. */
  public Node content(String kind, String... content) {
    return id(kind + "/" + digest(content));
  }

  private static String documentId(DocumentRef document) {
    return document.sha256().substring(0, 16);
  }

  /** Lower case ASCII letters and digits with hyphens between the words. */
  public static String slug(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String slug = NOT_IN_SLUG.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
    int from = slug.startsWith("-") ? 1 : 0;
    int to = slug.endsWith("-") && slug.length() > from ? slug.length() - 1 : slug.length();
    return from < to ? slug.substring(from, to) : digest(name);
  }

  /** A digest of parts that are kept apart, in lower-case hexadecimal. */
  static String digest(String... parts) {
    MessageDigest sha = Sha256.digest();
    for (String part : parts) {
      sha.update(part.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
    }
    return HexFormat.of().formatHex(sha.digest()).substring(0, DIGEST_DIGITS);
  }
}
