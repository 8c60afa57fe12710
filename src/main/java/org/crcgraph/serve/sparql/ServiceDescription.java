package org.crcgraph.serve.sparql;

import java.io.StringReader;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** What the endpoint says of itself, in the SPARQL 1.1 Service Description vocabulary. */
final class ServiceDescription {
  private static final String TEXT =
      """
      PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
      PREFIX formats: <http://www.w3.org/ns/formats/>
      <> a sd:Service ;
        sd:supportedLanguage sd:SPARQL11Query ;
        sd:feature sd:UnionDefaultGraph ;
        sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML,
          formats:SPARQL_Results_CSV, formats:SPARQL_Results_TSV, formats:Turtle,
          formats:N-Triples, formats:RDF_XML, formats:JSON-LD, formats:TriG, formats:N-Quads ;
        sd:defaultDataset [ a sd:Dataset ; sd:defaultGraph [ a sd:Graph ] ] .
      """;

  private ServiceDescription() {}

  /** The description of the endpoint at this address. */
  static Model of(String address) {
    Model model = ModelFactory.createDefaultModel();
    RDFParser.create().source(new StringReader(TEXT)).lang(Lang.TURTLE).base(address).parse(model);
    model.add(
        ResourceFactory.createResource(address),
        ResourceFactory.createProperty(
            "http://www.w3.org/ns/sparql-service-description#", "endpoint"),
        ResourceFactory.createResource(address));
    return model;
  }
}
