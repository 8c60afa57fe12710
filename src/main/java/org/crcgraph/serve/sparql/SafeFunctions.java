package org.crcgraph.serve.sparql;

import java.util.Iterator;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/**
 * The extension functions that a query may call: those of ARQ's own table that only compute. Its
 * registries would load any class named by a {@code java:} IRI, and remember each unknown name for
 * ever.
 */
final class SafeFunctions {
  private final FunctionRegistry functions = new ClosedFunctions();
  private final PropertyFunctionRegistry properties = new ClosedProperties();

  SafeFunctions() {
    FunctionRegistry all = FunctionRegistry.get();
    for (Iterator<String> names = all.keys(); names.hasNext(); ) {
      String name = names.next();
      if (!name.startsWith("java:") && !name.contains("/jsFunction")) {
        functions.put(name, all.get(name));
      }
    }
    PropertyFunctionRegistry known = PropertyFunctionRegistry.get();
    for (Iterator<String> names = known.keys(); names.hasNext(); ) {
      String name = names.next();
      if (name.startsWith("http://jena.apache.org/ARQ/list#")
          || name.equals(RDFS.Init.member().getURI())) {
        properties.put(name, known.get(name));
      }
    }
  }

  /** Makes a query's context use these functions only. */
  void register(Context context) {
    FunctionRegistry.set(context, functions);
    PropertyFunctionRegistry.set(context, properties);
  }

  private static final class ClosedFunctions extends FunctionRegistry {
    @Override
    public @Nullable FunctionFactory get(String uri) {
      return isRegistered(uri) ? super.get(uri) : null;
    }
  }

  private static final class ClosedProperties extends PropertyFunctionRegistry {
    @Override
    public boolean manages(String uri) {
      return isRegistered(uri);
    }

    @Override
    public @Nullable PropertyFunctionFactory get(String uri) {
      return isRegistered(uri) ? super.get(uri) : null;
    }
  }
}
