package org.crcgraph.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** What the values of a parameter are. */
public sealed interface ParameterType {
  /** What a value must be, for a message: "a date such as 2018-06-15". */
  String expects();

  /** The node of a value; empty where the value is none of this type. */
  Optional<Node> parse(String value);

  /** A thing, by IRI, {@code KIND/SLUG}, slug, name or acronym: {@link EntityNames} resolves it. */
  record Entity() implements ParameterType {
    @Override
    public String expects() {
      return "an IRI, or a name, acronym or slug that the graph knows";
    }

    @Override
    public Optional<Node> parse(String value) {
      return Optional.empty();
    }
  }

  /**
   * Text.
   *
   * @param language its language tag, or null for a plain string
   */
  record Text(@Nullable String language) implements ParameterType {
    @Override
    public String expects() {
      return language == null ? "text" : "text in the language " + language;
    }

    @Override
    public Optional<Node> parse(String value) {
      return Optional.of(
          language == null
              ? NodeFactory.createLiteralString(value)
              : NodeFactory.createLiteralLang(value, language));
    }
  }

  /** A number, whole or with a point. */
  record Numeric() implements ParameterType {
    @Override
    public String expects() {
      return "a number such as 12 or 0.5";
    }

    @Override
    public Optional<Node> parse(String value) {
      for (RDFDatatype datatype : List.of(XSDDatatype.XSDinteger, XSDDatatype.XSDdecimal)) {
        if (datatype.isValid(value)) {
          return Optional.of(NodeFactory.createLiteralDT(value, datatype));
        }
      }
      return Optional.empty();
    }
  }

  /**
   * A literal of a datatype.
   *
   * @param datatype IRI of the datatype
   */
  record Typed(String datatype) implements ParameterType {
    @Override
    public String expects() {
      return switch (localName()) {
        case "date" -> "a day such as 2018-06-15";
        case "gYear" -> "a year such as 2018";
        case "gYearMonth" -> "a month such as 2018-06";
        case "boolean" -> "true or false";
        case "integer" -> "a whole number";
        default -> "a value of the type " + localName();
      };
    }

    /** Last part of the datatype's IRI. */
    public String localName() {
      return datatype.substring(Math.max(datatype.lastIndexOf('#'), datatype.lastIndexOf('/')) + 1);
    }

    @Override
    public Optional<Node> parse(String value) {
      RDFDatatype type = TypeMapper.getInstance().getSafeTypeByName(datatype);
      return type.isValid(value)
          ? Optional.of(NodeFactory.createLiteralDT(value, type))
          : Optional.empty();
    }
  }

  /**
   * The type that the endings of a variable's name say.
   *
   * @param ending what follows the name, or null
   * @param second what follows that, or null
   */
  static Optional<ParameterType> of(
      @Nullable String ending, @Nullable String second, Parameter.Prefixes prefixes) {
    if (ending == null) {
      return Optional.of(new Text(null));
    }
    if (second != null) {
      return Optional.ofNullable(prefixes.expand(ending))
          .map(namespace -> new Typed(namespace + second));
    }
    return switch (ending) {
      case "iri" -> Optional.of(new Entity());
      case "number" -> Optional.of(new Numeric());
      case "literal", "string" -> Optional.of(new Text(null));
      default -> {
        String xsd = XSDDatatype.XSD + "#" + ending;
        if (TypeMapper.getInstance().getTypeByName(xsd) != null) {
          yield Optional.of(new Typed(xsd));
        }
        yield ending.length() == 2
            ? Optional.of(new Text(ending.toLowerCase(Locale.ROOT)))
            : Optional.empty();
      }
    };
  }
}
