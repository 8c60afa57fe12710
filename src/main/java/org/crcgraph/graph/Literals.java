package org.crcgraph.graph;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.crcgraph.model.PartialDate;

/** Values as RDF literals (XML Schema Part 2), and dates back from them. */
final class Literals {
  private Literals() {}

  static Node text(String value) {
    return NodeFactory.createLiteralString(value);
  }

  static Node english(String value) {
    return NodeFactory.createLiteralLang(value, "en");
  }

  static Node address(String value) {
    return NodeFactory.createLiteralDT(value, XSDDatatype.XSDanyURI);
  }

  static Node integer(long value) {
    return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
  }

  static Node nonNegative(long value) {
    return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDnonNegativeInteger);
  }

  static Node decimal(BigDecimal value) {
    return NodeFactory.createLiteralDT(
        value.stripTrailingZeros().toPlainString(), XSDDatatype.XSDdecimal);
  }

  static Node bool(boolean value) {
    return NodeFactory.createLiteralDT(Boolean.toString(value), XSDDatatype.XSDboolean);
  }

  static Node duration(String iso) {
    return NodeFactory.createLiteralDT(iso, XSDDatatype.XSDduration);
  }

  static Node day(LocalDate day) {
    return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
  }

  /**
   * A date with its own precision: {@code xsd:gYear}, {@code xsd:gYearMonth} or {@code xsd:date}.
   */
  static Node date(PartialDate date) {
    XSDDatatype type =
        date.month() == 0
            ? XSDDatatype.XSDgYear
            : date.day() == 0 ? XSDDatatype.XSDgYearMonth : XSDDatatype.XSDdate;
    return NodeFactory.createLiteralDT(date.toString(), type);
  }

  /** The date that a literal of one of the three types holds. */
  static Optional<PartialDate> asDate(Node node) {
    if (!node.isLiteral()) {
      return Optional.empty();
    }
    String type = node.getLiteralDatatypeURI();
    boolean date =
        type.equals(XSDDatatype.XSDdate.getURI())
            || type.equals(XSDDatatype.XSDgYear.getURI())
            || type.equals(XSDDatatype.XSDgYearMonth.getURI());
    return date ? PartialDate.parse(node.getLiteralLexicalForm()) : Optional.empty();
  }
}
