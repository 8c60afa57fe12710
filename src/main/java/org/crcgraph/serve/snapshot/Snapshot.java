package org.crcgraph.serve.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.crcgraph.query.EntityNames;
import org.crcgraph.query.GraphSource;
import org.crcgraph.query.ResultTable;
import org.crcgraph.serve.search.SearchIndex;
import org.crcgraph.serve.sparql.Backend;
import org.crcgraph.serve.sparql.QueryDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One version of the graph, with what is computed from it when first needed. */
public final class Snapshot implements GraphSource {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

  private final Backend backend;
  private final QueryDesk desk;
  private final String version;
  private final Optional<Path> folder;
  private final ReplyCache replies = new ReplyCache();
  private final Later<EntityNames> names = new Later<>(() -> EntityNames.of(this));
  private final Later<Vocabulary> vocabulary = new Later<>(() -> Vocabulary.of(this));
  private final Later<SourcesOfThings> sources = new Later<>(() -> SourcesOfThings.of(this));
  private final Later<SearchIndex> search = new Later<>(() -> SearchIndex.of(this));
  private final Later<Labels> labels = new Later<>(() -> Labels.of(this, this::named));

  /**
   * A version.
   *
   * @param version names the content: the same content, the same version
   * @param folder where the build stands, if it is on this machine
   */
  public Snapshot(Backend backend, QueryDesk desk, String version, Optional<Path> folder) {
    this.backend = backend;
    this.desk = desk;
    this.version = version;
    this.folder = folder;
  }

  /** Computes in the background what the first requests will need. */
  public Snapshot warmed() {
    Thread warming =
        new Thread(
            () -> {
              try {
                names();
                search();
                vocabulary();
                sources();
                labels();
              } catch (RuntimeException e) {
                LOG.warn("Nothing could be prepared: {}", e.toString());
              }
            },
            "snapshot-warming");
    warming.setDaemon(true);
    warming.start();
    return this;
  }

  /** Where its queries are answered. */
  public Backend backend() {
    return backend;
  }

  /** Names the content. */
  public String version() {
    return version;
  }

  /** The folder of the build. */
  public Optional<Path> folder() {
    return folder;
  }

  /** Finished replies. */
  public ReplyCache replies() {
    return replies;
  }

  /** The names of things. */
  public EntityNames names() {
    return names.get();
  }

  /** The terms of the ontology. */
  public Vocabulary vocabulary() {
    return vocabulary.get();
  }

  /** The sources of things. */
  public SourcesOfThings sources() {
    return sources.get();
  }

  /** The index behind the search box. */
  public SearchIndex search() {
    return search.get();
  }

  /** What people call things that have no name. */
  public Labels labels() {
    return labels.get();
  }

  private String named(String iri) {
    String known = search().label(iri);
    return known == null ? vocabulary().label(iri) : known;
  }

  @Override
  public <T> T read(Query query, Function<QueryExec, T> use) {
    try {
      return desk.run(backend, query, use::apply);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All rows of a SELECT query of the program's own. */
  public ResultTable select(String query) {
    return select(QueryFactory.create(query));
  }

  /** All rows of a SELECT query. */
  public ResultTable select(Query query) {
    return read(query, running -> ResultTable.of(running.select()));
  }
}
