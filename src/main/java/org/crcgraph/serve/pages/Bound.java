package org.crcgraph.serve.pages;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/** Puts a value in the place of a variable, in the parsed query. */
public final class Bound {
  private Bound() {}

  /** The query with the node in the place of the variable. */
  public static Query to(Query query, String variable, Node node) {
    return QueryTransformOps.replaceVars(query, Map.of(Var.alloc(variable), node));
  }
}
