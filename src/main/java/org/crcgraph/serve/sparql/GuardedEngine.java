package org.crcgraph.serve.sparql;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.apache.jena.tdb2.solver.QueryEngineTDB;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.TDBInternal;

/** TDB2's engine for one query, with its guard at the places where it would not end by itself. */
final class GuardedEngine extends QueryEngineTDB {
  private final Guard guard;

  private GuardedEngine(
      Query query, DatasetGraphTDB dataset, Binding input, Context context, Guard guard) {
    super(query, dataset, input, context);
    this.guard = guard;
  }

  /** Makes a query's context use this engine. */
  static void register(Context context, Guard guard) {
    QueryEngineRegistry engines = new QueryEngineRegistry();
    engines.add(new Factory(guard));
    QueryEngineRegistry.set(context, engines);
    QC.setFactory(context, execution -> new Executor(execution, guard));
  }

  /** Before the optimizer, which would compute functions of constants. */
  @Override
  protected Op modifyOp(Op op) {
    return super.modifyOp(
        Transformer.transform(new TransformCopy(), new GuardedExpressions(guard), op));
  }

  private record Factory(Guard guard) implements QueryEngineFactory {
    @Override
    public boolean accept(Query query, DatasetGraph dataset, Context context) {
      return TDBInternal.isBackedByTDB(dataset);
    }

    @Override
    public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
      return new GuardedEngine(query, TDBInternal.requireStorage(dataset), input, context, guard)
          .getPlan();
    }

    @Override
    public boolean accept(Op op, DatasetGraph dataset, Context context) {
      return false;
    }

    @Override
    public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
      throw new IllegalStateException("only queries are run");
    }
  }

  private static final class Executor extends OpExecutorTDB2 {
    private final Guard guard;

    Executor(ExecutionContext execution, Guard guard) {
      super(execution);
      this.guard = guard;
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
      ExecutionContext watched =
          ExecutionContext.copyChangeActiveGraph(
              execCxt, new GuardedGraph(execCxt.getActiveGraph(), guard));
      return new QueryIterPath(path.getTriplePath(), input, watched);
    }

    /** The parser has refused it already; this is the second lock. */
    @Override
    protected QueryIterator execute(OpService service, QueryIterator input) {
      throw new QueryStoppedException();
    }
  }
}
