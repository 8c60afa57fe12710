package org.crcgraph.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.loader.base.LoaderOps;
import org.crcgraph.model.DocumentRecords;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Register;
import org.crcgraph.model.RegisterRow;

/**
 * Builds a graph: registers first, since documents are compared with them; then documents in any
 * order and from any thread; then {@link #finish}, which puts the graph in the old one's place.
 */
public final class GraphBuild implements AutoCloseable {
  private final Iris iris;
  private final Path ontologyFolder;
  private final BuildFolder folder;
  private final SortedQuads quads;
  private final BuildReport report = new BuildReport();
  private Facts facts = new Facts();
  private final StatementNames statements = new StatementNames();
  private DocumentGraph.Reference reference = DocumentGraph.Reference.of(facts);

  private GraphBuild(Iris iris, Path ontologyFolder, BuildFolder folder, SortedQuads quads) {
    this.iris = iris;
    this.ontologyFolder = ontologyFolder;
    this.folder = folder;
    this.quads = quads;
  }

  /**
   * Begins a build beside the graph that stands in {@code target}.
   *
   * @param ontology folder of the ontology
   * @throws IOException also where another build of the same graph runs
   */
  public static GraphBuild begin(Iris iris, Path ontology, Path target) throws IOException {
    BuildFolder folder = BuildFolder.create(target);
    Path runs = folder.path().resolve("runs");
    Files.createDirectories(runs);
    return new GraphBuild(iris, ontology, folder, new SortedQuads(runs));
  }

  /** Adds the registers, compares their claims, and writes claims, facts and conflicts. */
  public void addRegisters(List<Register> registers, List<Issue> issues) throws IOException {
    Ontology ontology = Ontology.load(ontologyFolder);
    ontology
        .graph()
        .find()
        .forEachRemaining(
            t -> quads.quad(iris.ontologyGraph(), t.getSubject(), t.getPredicate(), t.getObject()));
    List<Claim> claims = new ArrayList<>();
    List<RegisterMapping.RowFacts> rows = new ArrayList<>();
    SourceRanks ranks = SourceRanks.of(registers);
    for (Register register : registers) {
      var mapping = RegisterMapping.load(iris, register, issues);
      if (mapping.isEmpty()) {
        continue;
      }
      int registerClaims = 0;
      for (RegisterRow row : register.rows()) {
        RegisterMapping.RowFacts facts = mapping.get().map(row);
        rows.add(facts);
        claims.addAll(facts.claims());
        registerClaims += facts.claims().size();
        writeRow(register, row);
      }
      report.register(register.name(), register.rows().size(), registerClaims);
      Metadata.writeRegister(iris, quads, register, registerClaims, issues);
    }
    Set<Node> sources = new LinkedHashSet<>();
    claims.forEach(c -> sources.addAll(c.sources()));
    Metadata.writeSources(iris, quads, sources, ranks);
    facts = new RegisterFacts(iris, ontology, ranks, quads).write(claims, rows, report);
    reference = DocumentGraph.Reference.of(facts);
    new DerivedFacts(iris, facts, reference.ownerships(), quads).write();
  }

  private void writeRow(Register register, RegisterRow row) {
    Node graph = iris.registerGraph(register.name());
    Node node = iris.row(row);
    quads.quad(graph, node, Standards.TYPE, Terms.REGISTER_ROW);
    quads.quad(graph, node, Standards.IS_PART_OF, iris.register(register.name()));
    quads.quad(
        graph,
        node,
        Terms.FILE,
        Literals.text("registers/" + register.name() + "/" + register.name() + ".csv"));
    quads.quad(graph, node, Terms.LINE, Literals.integer(row.place().line()));
    row.value("note")
        .ifPresent(note -> quads.quad(graph, node, Terms.NOTE, Literals.english(note)));
  }

  /** Adds what is known of a document. Safe for use by several threads. */
  public void addDocument(DocumentRecords records) {
    int claims = DocumentGraph.write(iris, reference, statements, quads, records);
    report.document(records, claims);
  }

  /** Describes the stored queries, with examples about things of the registers. */
  public void addQueries(QueryDescription.Source queries) {
    Graph known = GraphFactory.createDefaultGraph();
    facts.triples().forEach(known::add);
    queries.describe(known).forEach(query -> query.write(iris, quads));
  }

  /** Notes in the report from which data folder the graph is built. */
  public void readFrom(Path data) {
    report.data(data);
  }

  /** Notes problems of the inputs in the report. */
  public void addIssues(List<Issue> issues) {
    report.issues(issues);
  }

  /** Writes dump, database and report, and puts them in the place of the old graph. */
  public BuildReport finish() throws IOException {
    Path dump = folder.path().resolve(GraphStore.DUMP);
    Metadata.writeDataset(iris, quads, report);
    report.quads(writeTo(dump));
    quads.close();
    Files.delete(folder.path().resolve("runs"));
    load(dump, folder.path().resolve(GraphStore.DATABASE));
    report.version(dump);
    report.write(folder.path().resolve(GraphStore.REPORT));
    folder.publish();
    return report;
  }

  /** Writes the quads, with near-identical statements under one name. */
  private long writeTo(Path dump) throws IOException {
    Map<String, String> copies = statements.copies();
    if (copies.isEmpty()) {
      return writeWithStatistics(quads, dump);
    }
    Path runs = folder.path().resolve("renamed");
    Files.createDirectories(runs);
    long count;
    try (SortedQuads renamed = quads.renamed(runs, "/id/statement/", copies)) {
      count = writeWithStatistics(renamed, dump);
    }
    Files.delete(runs);
    return count;
  }

  /** Statistics count each quad once, which is known only when all are sorted. */
  private long writeWithStatistics(SortedQuads sorted, Path dump) throws IOException {
    GraphStatistics statistics = new GraphStatistics(iris);
    sorted.forEach(statistics::add);
    statistics.write(sorted);
    return sorted.writeTo(dump);
  }

  private static void load(Path dump, Path database) throws IOException {
    Files.createDirectories(database);
    DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(database.toString());
    try {
      DataLoader loader = LoaderFactory.sequentialLoader(dataset, LoaderOps.outputToLog());
      loader.startBulk();
      try (InputStream in = new GZIPInputStream(Files.newInputStream(dump), 1 << 16)) {
        RDFParser.source(in).lang(Lang.NQUADS).checking(false).parse(loader.stream());
      }
      loader.finishBulk();
    } finally {
      dataset.close();
      org.apache.jena.tdb2.sys.TDBInternal.expel(dataset);
    }
  }

  /** The first lines of a dump, for tests and messages. */
  static List<String> head(Path dump, int count) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(dump)), StandardCharsets.UTF_8))) {
      return reader.lines().limit(count).toList();
    }
  }

  @Override
  public void close() throws IOException {
    quads.close();
    folder.close();
  }

  /** The facts as they stand, for tests. */
  List<Triple> facts() {
    return List.copyOf(facts.triples());
  }
}
