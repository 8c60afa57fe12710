package org.crcgraph.serve.sparql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * Rows as SPARQL 1.1 Query Results JSON, a row a line, while they come. Jena's writer puts out one
 * character after another: of a query with many rows it took more time than the query.
 */
final class JsonRows {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  private final JsonGenerator json;
  private final Map<Node, String> blanks = new HashMap<>();

  private JsonRows(JsonGenerator json) {
    this.json = json;
  }

  /** Writes all rows; what the rows throw is passed on, and the answer is then not complete. */
  static void write(OutputStream out, List<Var> columns, Iterator<Binding> rows)
      throws IOException {
    JsonGenerator json = FACTORY.createGenerator(out);
    json.setPrettyPrinter(new RowPerLine());
    new JsonRows(json).write(columns, rows);
    json.flush();
  }

  private void write(List<Var> columns, Iterator<Binding> rows) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("head");
    json.writeArrayFieldStart("vars");
    for (Var column : columns) {
      json.writeString(column.getVarName());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectFieldStart("results");
    json.writeArrayFieldStart("bindings");
    while (rows.hasNext()) {
      Binding row = rows.next();
      json.writeStartObject();
      for (Var column : columns) {
        Node value = row.get(column);
        if (value != null) {
          json.writeFieldName(column.getVarName());
          term(value);
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void term(Node node) throws IOException {
    json.writeStartObject();
    if (node.isURI()) {
      json.writeStringField("type", "uri");
      json.writeStringField("value", node.getURI());
    } else if (node.isLiteral()) {
      literal(node);
    } else if (node.isTripleTerm()) {
      Triple triple = node.getTriple();
      json.writeStringField("type", "triple");
      json.writeObjectFieldStart("value");
      json.writeFieldName("subject");
      term(triple.getSubject());
      json.writeFieldName("predicate");
      term(triple.getPredicate());
      json.writeFieldName("object");
      term(triple.getObject());
      json.writeEndObject();
    } else {
      json.writeStringField("type", "bnode");
      String label = blanks.getOrDefault(node, "b" + blanks.size());
      blanks.put(node, label);
      json.writeStringField("value", label);
    }
    json.writeEndObject();
  }

  private void literal(Node node) throws IOException {
    json.writeStringField("type", "literal");
    if (!node.getLiteralLanguage().isEmpty()) {
      json.writeStringField("xml:lang", node.getLiteralLanguage());
      if (node.getLiteralBaseDirection() != null) {
        json.writeStringField("its:dir", node.getLiteralBaseDirection().toString());
      }
    } else if (!XSDDatatype.XSDstring.equals(node.getLiteralDatatype())) {
      json.writeStringField("datatype", node.getLiteralDatatypeURI());
    }
    json.writeStringField("value", node.getLiteralLexicalForm());
  }

  /** Only rows are parted by line ends. */
  private static final class RowPerLine extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1;

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
      out.writeRaw(",\n");
    }
  }
}
