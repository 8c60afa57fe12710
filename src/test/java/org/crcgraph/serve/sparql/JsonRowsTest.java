package org.crcgraph.serve.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;

/** Rows as JSON, held against those of Jena's own writer. */
final class JsonRowsTest {
  private static final Var A = Var.alloc("a");
  private static final Var B = Var.alloc("b");
  private static final Var C = Var.alloc("c");
  private static final Table TABLE = table();

  private static Table table() {
    Node one = NodeFactory.createBlankNode();
    Node two = NodeFactory.createBlankNode();
    Node thing = NodeFactory.createURI("http://a/é?x=\"y\"");
    Table table = TableFactory.create(List.of(A, B, C));
    table.addBinding(
        BindingFactory.binding(
            A, thing, B, NodeFactory.createLiteralString("\"quoted\" \\ \n 𝔸"), C, one));
    table.addBinding(
        BindingFactory.binding(
            A,
            NodeFactory.createLiteralLang("deutsch", "de"),
            B,
            NodeFactory.createLiteralDT("12", XSDDatatype.XSDinteger),
            C,
            two));
    table.addBinding(
        BindingFactory.binding(A, NodeFactory.createLiteralDirLang("right", "he", "rtl"), C, one));
    table.addBinding(BindingFactory.empty());
    table.addBinding(
        BindingFactory.binding(
            A,
            NodeFactory.createTripleTerm(thing, thing, one),
            B,
            NodeFactory.createLiteralDT("2019-12", XSDDatatype.XSDgYearMonth)));
    return table;
  }

  private static String ours(List<Var> columns, Iterator<Binding> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonRows.write(out, columns, rows);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String jenas(RowSet rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowSetWriterRegistry.getFactory(ResultSetLang.RS_JSON)
        .create(ResultSetLang.RS_JSON)
        .write(out, rows, new Context());
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everySortOfTermIsWrittenAsJenaWritesIt() throws IOException {
    RowSet rows = TABLE.toRowSet();
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(ours(rows.getResultVars(), rows)))
        .isEqualTo(json.readTree(jenas(TABLE.toRowSet())));
  }

  @Test
  void noRowsAreAnEmptyList() throws IOException {
    assertThat(ours(List.of(Var.alloc("a")), List.<Binding>of().iterator()))
        .isEqualTo("{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[]}}\n");
  }

  @Test
  void eachRowHasALine() throws IOException {
    RowSet rows = TABLE.toRowSet();
    assertThat(ours(rows.getResultVars(), rows).lines().filter(l -> l.contains("\"value\"")))
        .hasSize(4);
  }

  @Test
  void whatTheRowsThrowIsPassedOn() {
    Iterator<Binding> broken =
        Stream.<Binding>generate(
                () -> {
                  throw new IllegalStateException("too many");
                })
            .iterator();
    assertThatThrownBy(() -> ours(List.of(), broken)).hasMessage("too many");
  }
}
