package org.crcgraph.serve.reconcile;

import java.util.List;

/**
 * What is to be reconciled.
 *
 * @param name the name in the user's table, or empty
 * @param types types that the thing may have; any where empty
 * @param conditions what else is known of it
 * @param limit most candidates
 */
record Question(String name, List<String> types, List<Condition> conditions, int limit) {
  /** A property with values of which one, at least, should hold. */
  record Condition(String property, List<String> values) {
    Condition {
      values = List.copyOf(values);
    }
  }

  Question {
    types = List.copyOf(types);
    conditions = List.copyOf(conditions);
  }
}
