package org.crcgraph.query;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Puts values into parsed queries, in every place where the variable stands, subqueries and filters
 * included, as grlc does with text; a value can never become syntax.
 */
public final class Bindings {
  private Bindings() {}

  /** The query with a value in place of a variable, given without question mark. */
  public static Query bind(Query query, String variable, Node value) {
    Var var = Var.alloc(variable);
    return QueryTransformOps.transform(query, node -> node.equals(var) ? value : node);
  }

  /** The names of the variables of a query, in the order in which they stand. */
  static Set<String> variables(Query query) {
    Set<String> names = new LinkedHashSet<>();
    QueryTransformOps.transform(
        query,
        node -> {
          if (Var.isVar(node)) {
            names.add(Var.alloc(node).getVarName());
          }
          return node;
        });
    return names;
  }
}
