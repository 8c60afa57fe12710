package org.crcgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/** Each shape finds what it is for, in an invented company and its owners. */
final class ShapesTest {
  private static final String PREFIXES =
      """
      @base <https://w3id.org/crcgraph/id/> .
      @prefix crc: <https://w3id.org/crcgraph/ontology#> .
      @prefix adms: <http://www.w3.org/ns/adms#> .
      @prefix foaf: <http://xmlns.com/foaf/0.1/> .
      @prefix oa: <http://www.w3.org/ns/oa#> .
      @prefix org: <http://www.w3.org/ns/org#> .
      @prefix prov: <http://www.w3.org/ns/prov#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix void: <http://rdfs.org/ns/void#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      """;

  private static final String COMPANY =
      """
      <crc/x> a crc:CommunityRehabilitationCompany ; rdfs:label "X CRC"@en ; crc:area <area/x> ;
        crc:companyNumber "01234567" .
      <area/x> a crc:ContractPackageArea ; rdfs:label "X"@en ; crc:areaNumber 3 .
      """;

  private static final String OWNERS =
      ownership("state", "DirectOwnership", "2014-06-01", "2015-01-31")
          + ownership("acme", "DirectOwnership", "2015-02-01", "2016-02-29")
          + ownership("apex", "Operation", "2016-03-01", "2021-06-25")
          + ownership("helper", "DeliveryPartnership", "2015-02-01", "2021-06-25");

  private static String ownership(String owner, String kind, String from, String to) {
    return String.format(
        """
        <ownership/%1$s> a crc:Ownership ; crc:owner <organisation/%1$s> ; crc:owned <crc/x> ;
          crc:ownershipKind crc:%2$s ; crc:fromDay "%3$s"^^xsd:date ; crc:toDay "%4$s"^^xsd:date .
        """,
        owner, kind, from, to);
  }

  @Test
  void aSoundCompanyConforms() throws IOException {
    assertThat(violations(COMPANY + OWNERS)).isEmpty();
  }

  @Test
  void aCompanyNeedsOneArea() throws IOException {
    assertThat(violations(COMPANY.replace("crc:area <area/x> ;", "")))
        .singleElement()
        .asString()
        .contains("exactly one contract package area");
  }

  @Test
  void theSetOfAllCompaniesNeedsNoArea() throws IOException {
    assertThat(
            violations(
                "<crc/all> a crc:CompanySet , crc:CommunityRehabilitationCompany ; rdfs:label"
                    + " \"all\" ."))
        .isEmpty();
  }

  @Test
  void aDayWithoutOwnerIsAGap() throws IOException {
    String later = OWNERS.replace("2016-03-01", "2016-03-02");
    assertThat(violations(COMPANY + later))
        .singleElement()
        .asString()
        .contains("After 2016-02-29 nobody owned");
  }

  @Test
  void theTurnOfAYearIsNoGap() throws IOException {
    String turned = OWNERS.replace("2016-02-29", "2015-12-31").replace("2016-03-01", "2016-01-01");
    assertThat(violations(COMPANY + turned)).isEmpty();
  }

  @Test
  void somebodyMustOwnAtTheHandover() throws IOException {
    String late =
        ownership("state", "DirectOwnership", "2014-06-01", "2015-01-15")
            + ownership("acme", "DirectOwnership", "2015-02-03", "2021-06-25");
    assertThat(violations(COMPANY + late))
        .hasSize(2)
        .anySatisfy(v -> assertThat(v).contains("Nobody owned or ran the company on 1 February"));
  }

  @Test
  void twoOwnersOnOneDayAreFound() throws IOException {
    String overlap = OWNERS.replace("2016-03-01", "2016-02-29");
    assertThat(violations(COMPANY + overlap))
        .singleElement()
        .asString()
        .contains("Two organisations owned or ran the company");
  }

  @Test
  void anOpenEndOverlapsWhatComesLater() throws IOException {
    String open = OWNERS.replace("; crc:toDay \"2016-02-29\"^^xsd:date", "");
    assertThat(violations(COMPANY + open))
        .singleElement()
        .asString()
        .contains("Two organisations owned or ran the company");
  }

  @Test
  void aCompanyNumberHasEightCharacters() throws IOException {
    assertThat(violations(COMPANY.replace("01234567", "1234567") + OWNERS))
        .singleElement()
        .asString()
        .contains("eight characters");
  }

  @Test
  void anIntervalDoesNotEndBeforeItStarts() throws IOException {
    assertThat(
            violations(
                "<post/x> crc:fromDay \"2019-01-02\"^^xsd:date ; crc:toDay"
                    + " \"2019-01-01\"^^xsd:date ."))
        .singleElement()
        .asString()
        .contains("ends before it starts");
  }

  @Test
  void twoControllingParentsAtOnceAreFound() throws IOException {
    String link =
        "<parent-link/%s> a crc:ParentLink ; crc:child <organisation/x> ; crc:parent"
            + " <organisation/%1$s> ; crc:controls %s .\n";
    assertThat(violations(String.format(link, "a", true) + String.format(link, "b", true)))
        .singleElement()
        .asString()
        .contains("Two parents control");
    assertThat(violations(String.format(link, "a", true) + String.format(link, "b", false)))
        .isEmpty();
  }

  @Test
  void anIdentifierHasTheFormOfItsScheme() throws IOException {
    String identifier =
        "<identifier/x> a adms:Identifier ; crc:identifies <organisation/x> ; crc:scheme"
            + " \"wikidata\" ; skos:notation \"%s\" .";
    assertThat(violations(String.format(identifier, "Q42"))).isEmpty();
    assertThat(violations(String.format(identifier, "P42")))
        .singleElement()
        .asString()
        .contains("P42 does not have the form");
  }

  @Test
  void aRatingIsOfTheScale() throws IOException {
    String inspection = "<inspection/x> a crc:Inspection ; crc:inspector <organisation/x> ; ";
    assertThat(violations(inspection + "crc:rating \"Good\" .")).isEmpty();
    assertThat(violations(inspection + "crc:rating \"Poor\" .")).hasSize(1);
  }

  @Test
  void aPostIsHeldByOnePerson() throws IOException {
    assertThat(violations("<post/x> a crc:PostHolding ; crc:postTitle \"Chair\" ."))
        .singleElement()
        .asString()
        .contains("held by one person");
  }

  @Test
  void aClaimWithoutSourceMustSaySo() throws IOException {
    String claim =
        "<claim/x> a crc:Claim ; crc:claimSubject <crc/x> ; crc:claimProperty crc:area ;"
            + " crc:claimValue <area/x> ; crc:evidence <row/x> ; crc:standing crc:%s .";
    assertThat(violations(String.format(claim, "Unsourced"))).isEmpty();
    assertThat(violations(String.format(claim, "Chosen")))
        .singleElement()
        .asString()
        .contains("marked as resting on none");
  }

  @Test
  void aSpanLiesInItsDocument() throws IOException {
    String document =
        "<document/x> a crc:Document ; crc:sha256 \""
            + "0a".repeat(32)
            + "\" ; crc:length 100 .\n"
            + "<span/x> a crc:EvidenceSpan ; oa:hasSource <document/x> ; crc:spanStart"
            + " \"%d\"^^xsd:nonNegativeInteger ; crc:spanEnd \"%d\"^^xsd:nonNegativeInteger .";
    assertThat(violations(String.format(document, 90, 100))).isEmpty();
    assertThat(violations(String.format(document, 90, 101)))
        .singleElement()
        .asString()
        .contains("ends at 101, after the end of its document");
    assertThat(violations(String.format(document, 90, 90))).hasSize(1);
  }

  @Test
  void aRegisterHasAsManyRowsAsItExpects() throws IOException {
    String register =
        "<register/x> a crc:Register ; crc:minRows 2 ; crc:maxRows 3 ; void:entities %d .";
    assertThat(violations(String.format(register, 3))).isEmpty();
    assertThat(violations(String.format(register, 4)))
        .singleElement()
        .asString()
        .contains("has 4 rows");
  }

  private static List<String> violations(String turtle) throws IOException {
    Graph data = GraphFactory.createDefaultGraph();
    RDFParser.create().source(new StringReader(PREFIXES + turtle)).lang(Lang.TURTLE).parse(data);
    Graph shapes = GraphFactory.createDefaultGraph();
    for (String name : List.of("organisations", "relations", "claims")) {
      Ontology.turtle(Path.of("ontology/shapes/" + name + ".ttl"))
          .find()
          .forEachRemaining(shapes::add);
    }
    return ShaclValidator.get().validate(Shapes.parse(shapes), data).getEntries().stream()
        .map(entry -> entry.focusNode() + ": " + entry.message())
        .toList();
  }
}
