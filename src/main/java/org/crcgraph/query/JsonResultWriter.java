package org.crcgraph.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;

/** SPARQL 1.1 Query Results JSON; JSON-LD for triples. */
final class JsonResultWriter implements ResultWriter {
  @Override
  public void table(ResultTable table, String heading, int width, Appendable out)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = generator(text)) {
      json.writeStartObject();
      json.writeObjectFieldStart("head");
      json.writeArrayFieldStart("vars");
      for (String column : table.columns()) {
        json.writeString(column);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeObjectFieldStart("results");
      json.writeArrayFieldStart("bindings");
      for (ResultTable.Row row : table.rows()) {
        json.writeStartObject();
        for (int i = 0; i < table.columns().size(); i++) {
          Optional<Node> cell = row.cells().get(i);
          if (cell.isPresent()) {
            json.writeObjectFieldStart(table.columns().get(i));
            term(json, cell.get());
            json.writeEndObject();
          }
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }
    out.append(text.getBuffer()).append('\n');
  }

  private static void term(JsonGenerator json, Node node) throws IOException {
    if (node.isURI()) {
      json.writeStringField("type", "uri");
    } else if (node.isLiteral()) {
      json.writeStringField("type", "literal");
      if (!node.getLiteralLanguage().isEmpty()) {
        json.writeStringField("xml:lang", node.getLiteralLanguage());
      } else if (!XSDDatatype.XSDstring.equals(node.getLiteralDatatype())) {
        json.writeStringField("datatype", node.getLiteralDatatypeURI());
      }
    } else {
      json.writeStringField("type", "bnode");
    }
    json.writeStringField(
        "value", node.isBlank() ? node.getBlankNodeLabel() : ResultTable.text(node));
  }

  @Override
  public void verdict(boolean yes, String heading, Appendable out) throws IOException {
    out.append("{\"head\": {}, \"boolean\": " + yes + "}\n");
  }

  @Override
  public void triples(Graph graph, String heading, int width, Appendable out) throws IOException {
    out.append(RDFWriter.source(graph).lang(Lang.JSONLD11).asString());
  }

  private static JsonGenerator generator(StringWriter text) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(text);
    json.setPrettyPrinter(new DefaultPrettyPrinter());
    return json;
  }
}
