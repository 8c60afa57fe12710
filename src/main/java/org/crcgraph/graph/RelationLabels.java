package org.crcgraph.graph;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Names for relations, which no source names: from the names of what they relate. */
final class RelationLabels {
  private final Facts facts;

  RelationLabels(Facts facts) {
    this.facts = facts;
  }

  /** A name in English; empty where the thing has one, or is no relation that can be named. */
  Optional<String> of(Node thing) {
    if (facts.value(thing, Standards.LABEL).isPresent()) {
      return Optional.empty();
    }
    List<Node> types = facts.values(thing, Standards.TYPE);
    if (types.contains(Terms.OWNERSHIP)) {
      return between(thing, Terms.OWNER_PROPERTY, " and ", Terms.OWNED);
    }
    if (types.contains(Terms.PARENT_LINK)) {
      return between(thing, Terms.CHILD, " under ", Terms.PARENT);
    }
    if (types.contains(Terms.CONTRACT)) {
      return name(thing, Terms.SUPPLIER_PROPERTY)
          .or(() -> name(thing, Terms.BUYER))
          .map(party -> "Contract: " + party + years(thing));
    }
    if (types.contains(Terms.SUPPLY)) {
      return between(thing, Terms.SUPPLIER_PROPERTY, " for ", Terms.CUSTOMER);
    }
    if (types.contains(Terms.POST_HOLDING)) {
      return name(thing, Standards.MEMBER)
          .map(person -> person + text(thing, Terms.POST_TITLE).map(t -> ", " + t).orElse(""));
    }
    if (types.contains(Terms.FIGURE)) {
      return text(thing, Terms.INDICATOR);
    }
    return Optional.empty();
  }

  private Optional<String> between(Node thing, Node one, String word, Node other) {
    return name(thing, one)
        .flatMap(left -> name(thing, other).map(right -> left + word + right + years(thing)));
  }

  /** ", 2015 to 2021", with what is known of the two. */
  private String years(Node thing) {
    Optional<Integer> from = facts.date(thing, Terms.FROM).map(d -> d.year());
    Optional<Integer> to = facts.date(thing, Terms.TO).map(d -> d.year());
    if (from.isEmpty() && to.isEmpty()) {
      return "";
    }
    return ", " + from.map(y -> y + " ").orElse("") + to.map(y -> "to " + y).orElse("on");
  }

  private Optional<String> name(Node thing, Node property) {
    return facts.value(thing, property).flatMap(other -> text(other, Standards.LABEL));
  }

  private Optional<String> text(Node thing, Node property) {
    return facts.value(thing, property).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
  }
}
