package org.crcgraph.serve;

import java.util.Locale;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.crcgraph.serve.http.AccessEntry;
import org.crcgraph.serve.sparql.QueryDesk;

/** What Prometheus is told: requests by route and status, time, bytes, queries, memory. */
final class Metrics {
  private static final double[] SECONDS = {0.001, 0.005, 0.025, 0.1, 0.5, 2, 10};

  private final QueryDesk desk;
  private final ConcurrentSkipListMap<String, LongAdder> requests = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<String, LongAdder> queries = new ConcurrentSkipListMap<>();
  private final LongAdder[] buckets = new LongAdder[SECONDS.length + 1];
  private final LongAdder micros = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  Metrics(QueryDesk desk) {
    this.desk = desk;
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = new LongAdder();
    }
  }

  void count(AccessEntry entry) {
    String key = "{route=\"" + entry.route() + "\",status=\"" + entry.status() + "\"}";
    requests.computeIfAbsent(key, k -> new LongAdder()).increment();
    if (!entry.query().isEmpty()) {
      queries
          .computeIfAbsent("{query=\"" + entry.query() + "\"}", k -> new LongAdder())
          .increment();
    }
    int bucket = 0;
    while (bucket < SECONDS.length && entry.micros() > SECONDS[bucket] * 1_000_000) {
      bucket++;
    }
    buckets[bucket].increment();
    micros.add(entry.micros());
    bytes.add(entry.bytes());
  }

  /** The text format of Prometheus. */
  String text() {
    StringBuilder out = new StringBuilder();
    head(out, "crcgraph_requests_total", "counter", "Requests by route and status.");
    requests.forEach((key, value) -> line(out, "crcgraph_requests_total" + key, value.sum()));
    head(out, "crcgraph_stored_queries_total", "counter", "Stored queries by name.");
    queries.forEach((key, value) -> line(out, "crcgraph_stored_queries_total" + key, value.sum()));
    head(out, "crcgraph_request_seconds", "histogram", "Time from request to answer.");
    long sum = 0;
    for (int i = 0; i < SECONDS.length; i++) {
      sum += buckets[i].sum();
      line(out, "crcgraph_request_seconds_bucket{le=\"" + SECONDS[i] + "\"}", sum);
    }
    sum += buckets[SECONDS.length].sum();
    line(out, "crcgraph_request_seconds_bucket{le=\"+Inf\"}", sum);
    out.append(
        String.format(Locale.ROOT, "crcgraph_request_seconds_sum %.6f%n", micros.sum() / 1e6));
    line(out, "crcgraph_request_seconds_count", sum);
    head(out, "crcgraph_response_bytes_total", "counter", "Bytes of answers' bodies.");
    line(out, "crcgraph_response_bytes_total", bytes.sum());
    QueryDesk.Figures figures = desk.figures();
    head(out, "crcgraph_sparql_started_total", "counter", "SPARQL queries run.");
    line(out, "crcgraph_sparql_started_total", figures.started());
    head(out, "crcgraph_sparql_stopped_total", "counter", "SPARQL queries ended at a limit.");
    line(out, "crcgraph_sparql_stopped_total", figures.stopped());
    head(out, "crcgraph_sparql_refused_total", "counter", "SPARQL queries without a turn.");
    line(out, "crcgraph_sparql_refused_total", figures.refused());
    head(out, "crcgraph_sparql_running", "gauge", "SPARQL queries running.");
    line(out, "crcgraph_sparql_running", figures.running());
    Runtime runtime = Runtime.getRuntime();
    head(out, "crcgraph_memory_used_bytes", "gauge", "Heap in use.");
    line(out, "crcgraph_memory_used_bytes", runtime.totalMemory() - runtime.freeMemory());
    return out.toString();
  }

  private static void head(StringBuilder out, String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder out, String name, long value) {
    out.append(name).append(' ').append(value).append('\n');
  }
}
