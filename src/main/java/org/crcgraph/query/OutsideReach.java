package org.crcgraph.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/** Looks through a parsed query for what would reach outside the graph. */
final class OutsideReach extends ElementTransformCopyBase {
  private final List<String> found = new ArrayList<>();

  private OutsideReach() {}

  static Optional<String> in(Query query) {
    OutsideReach outside = new OutsideReach();
    QueryTransformOps.transform(query, outside, outside.new Functions(outside));
    QueryTransformOps.transform(query, outside::node);
    return outside.found.stream().findFirst();
  }

  @Override
  public Element transform(ElementService service, Node name, Element body) {
    found.add("SERVICE");
    return super.transform(service, name, body);
  }

  private Node node(Node node) {
    if (node.isURI() && node.getURI().startsWith("java:")) {
      found.add("java:");
    }
    return node;
  }

  private final class Functions extends ExprTransformApplyElementTransform {
    private Functions(ElementTransform elements) {
      super(elements);
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
      checkFunction(function);
      return super.transform(function, arguments);
    }
  }

  private void checkFunction(ExprFunction function) {
    String iri = function.getFunctionIRI();
    if (iri != null && iri.startsWith("java:")) {
      found.add("java:");
    }
  }
}
