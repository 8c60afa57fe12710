package org.crcgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of other vocabularies that the graph uses, each spelled once. */
public final class Standards {
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
  private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  private static final String PROV = "http://www.w3.org/ns/prov#";
  private static final String ORG = "http://www.w3.org/ns/org#";
  private static final String DCTERMS = "http://purl.org/dc/terms/";
  private static final String OA = "http://www.w3.org/ns/oa#";
  private static final String FOAF = "http://xmlns.com/foaf/0.1/";
  private static final String VOID = "http://rdfs.org/ns/void#";
  private static final String DCAT = "http://www.w3.org/ns/dcat#";

  public static final Node TYPE = node(RDF, "type");
  public static final Node LABEL = node(RDFS, "label");
  public static final Node COMMENT = node(RDFS, "comment");
  public static final Node SEE_ALSO = node(RDFS, "seeAlso");
  public static final Node ALT_LABEL = node(SKOS, "altLabel");
  public static final Node WAS_DERIVED_FROM = node(PROV, "wasDerivedFrom");
  public static final Node MEMBER = node(ORG, "member");
  public static final Node ORGANIZATION = node(ORG, "organization");
  public static final Node ORGANIZATION_CLASS = node(ORG, "Organization");
  public static final Node PERSON = node(FOAF, "Person");
  public static final Node IS_PART_OF = node(DCTERMS, "isPartOf");
  public static final Node TITLE = node(DCTERMS, "title");
  public static final Node PUBLISHER = node(DCTERMS, "publisher");
  public static final Node LICENSE = node(DCTERMS, "license");
  public static final Node DESCRIPTION = node(DCTERMS, "description");
  public static final Node DC_SOURCE = node(DCTERMS, "source");
  public static final Node HAS_SOURCE = node(OA, "hasSource");
  public static final Node HAS_SELECTOR = node(OA, "hasSelector");
  public static final Node TEXT_POSITION_SELECTOR = node(OA, "TextPositionSelector");
  public static final Node TEXT_QUOTE_SELECTOR = node(OA, "TextQuoteSelector");
  public static final Node START = node(OA, "start");
  public static final Node END = node(OA, "end");
  public static final Node EXACT = node(OA, "exact");
  public static final Node PREFIX = node(OA, "prefix");
  public static final Node SUFFIX = node(OA, "suffix");
  public static final Node VOID_DATASET = node(VOID, "Dataset");
  public static final Node VOID_TRIPLES = node(VOID, "triples");
  public static final Node VOID_SUBSET = node(VOID, "subset");
  public static final Node VOID_SPARQL_ENDPOINT = node(VOID, "sparqlEndpoint");
  public static final Node VOID_DATA_DUMP = node(VOID, "dataDump");
  public static final Node VOID_URI_SPACE = node(VOID, "uriSpace");
  public static final Node VOID_VOCABULARY = node(VOID, "vocabulary");
  public static final Node VOID_ENTITIES = node(VOID, "entities");
  public static final Node VOID_DISTINCT_SUBJECTS = node(VOID, "distinctSubjects");
  public static final Node VOID_CLASSES = node(VOID, "classes");
  public static final Node VOID_PROPERTIES = node(VOID, "properties");
  public static final Node DCAT_DATASET = node(DCAT, "Dataset");
  public static final Node DCAT_DISTRIBUTION = node(DCAT, "distribution");
  public static final Node DCAT_DISTRIBUTION_CLASS = node(DCAT, "Distribution");
  public static final Node DCAT_ACCESS_URL = node(DCAT, "accessURL");
  public static final Node DCAT_DOWNLOAD_URL = node(DCAT, "downloadURL");
  public static final Node DCAT_MEDIA_TYPE = node(DCAT, "mediaType");
  public static final Node DCAT_COMPRESS_FORMAT = node(DCAT, "compressFormat");

  private Standards() {}

  private static Node node(String namespace, String name) {
    return NodeFactory.createURI(namespace + name);
  }
}
