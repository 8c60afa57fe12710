package org.crcgraph.serve;

import java.util.function.Consumer;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.serve.http.AccessEntry;
import org.crcgraph.serve.sparql.Limits;

/**
 * How to serve.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param limits what one request may use
 * @param queries the stored queries
 * @param texts the documents whose text pages show
 * @param log takes each line of the access log
 */
public record ServeOptions(
    String host,
    int port,
    Limits limits,
    StoredQueries queries,
    DocumentTexts texts,
    Consumer<AccessEntry> log) {}
