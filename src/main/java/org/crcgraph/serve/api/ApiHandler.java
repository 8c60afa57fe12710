package org.crcgraph.serve.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.crcgraph.query.Answer;
import org.crcgraph.query.Argument;
import org.crcgraph.query.ArgumentProblem;
import org.crcgraph.query.Parameter;
import org.crcgraph.query.ParameterType;
import org.crcgraph.query.ResultFormat;
import org.crcgraph.query.ResultTable;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.query.StoredQuery;
import org.crcgraph.serve.html.Layout;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.http.Handler;
import org.crcgraph.serve.http.Json;
import org.crcgraph.serve.http.Negotiation;
import org.crcgraph.serve.http.Parameters;
import org.crcgraph.serve.http.Problem;
import org.crcgraph.serve.http.ProblemException;
import org.crcgraph.serve.http.Reply;
import org.crcgraph.serve.http.Request;
import org.crcgraph.serve.snapshot.Snapshot;

/** {@code /api/NAME}: a stored query with its parameters in the address. */
public final class ApiHandler implements Handler {
  private static final String PREFIX = "/api/";
  private static final String FORMAT = "format";
  private static final Set<String> OURS = Set.of(FORMAT, Page.NUMBER, Page.SIZE);
  private static final int SECONDS_FRESH = 60;
  private static final int CANDIDATES = 6;

  private final Supplier<Snapshot> snapshots;
  private final StoredQueries queries;

  /** These queries over the snapshot of the moment. */
  public ApiHandler(Supplier<Snapshot> snapshots, StoredQueries queries) {
    this.snapshots = snapshots;
    this.queries = queries;
  }

  @Override
  public Reply answer(Request request) {
    String name = request.path().substring(PREFIX.length());
    Optional<String> word = request.query().first(FORMAT);
    int dot = name.lastIndexOf('.');
    if (dot > 0 && AnswerFormat.ofWord(name.substring(dot + 1)).isPresent()) {
      word = word.or(() -> Optional.of(request.path().substring(PREFIX.length() + dot + 1)));
      name = name.substring(0, dot);
    }
    Optional<StoredQuery> query = queries.find(name);
    if (query.isEmpty()) {
      throw new ProblemException(unknown(name));
    }
    AnswerFormat format =
        Negotiation.choose(List.of(AnswerFormat.values()), word, request.header("Accept"));
    Snapshot snapshot = snapshots.get();
    String key = "api " + name + " " + format.word() + " " + request.query().encoded();
    StoredQuery asked = query.get();
    Reply reply =
        snapshot.replies().get(key, () -> fresh(snapshot, asked, format, request.query()));
    return conditional(request, reply);
  }

  private Problem unknown(String name) {
    Optional<StoredQueries.Broken> broken = queries.findBroken(name);
    if (broken.isPresent()) {
      return Problem.of(
          500,
          "Broken query",
          "The stored query cannot run: " + broken.get().issues().get(0).what());
    }
    return new Problem(
        404,
        "No such query",
        "There is no stored query '" + name + "'; /api lists them.",
        "",
        queries.nearest(name).stream().map(n -> new Problem.Candidate(n, "/api/" + n)).toList(),
        0,
        0);
  }

  /** 304 where the client has this very answer. */
  static Reply conditional(Request request, Reply reply) {
    Optional<String> tag = reply.header("ETag");
    Optional<String> known = request.header("If-None-Match");
    if (tag.isEmpty() || known.isEmpty()) {
      return reply;
    }
    for (String candidate : known.get().split(",")) {
      String plain = candidate.strip();
      if (plain.equals("*")
          || plain.equals(tag.get())
          || (plain.startsWith("W/") && plain.substring(2).equals(tag.get()))) {
        Reply unchanged = Reply.empty(304).with("ETag", tag.get());
        for (String name : List.of("Cache-Control", "Vary", "Link", "Crcgraph-Version")) {
          Optional<String> value = reply.header(name);
          if (value.isPresent()) {
            unchanged = unchanged.with(name, value.get());
          }
        }
        return unchanged;
      }
    }
    return reply;
  }

  private Reply fresh(
      Snapshot snapshot, StoredQuery query, AnswerFormat format, Parameters parameters) {
    Page page = Page.of(parameters, query.decorators().pagination());
    List<Argument> arguments = new ArrayList<>();
    for (Parameters.Parameter p : parameters.all()) {
      if (!OURS.contains(p.name()) && !p.value().isEmpty()) {
        arguments.add(new Argument(p.name(), p.value()));
      }
    }
    StoredQuery.Filled filled = query.fill(arguments, snapshot.names());
    if (filled instanceof StoredQuery.Filled.Wrong wrong) {
      throw new ProblemException(problem(snapshot, query, arguments, wrong.problems()));
    }
    Answer answer = Answer.of(((StoredQuery.Filled.Ready) filled).query(), snapshot);
    ResultTable all = table(answer);
    ResultTable shown = page.isAll() ? all : all.page(page.from(), page.size());
    AnswerDocument document =
        new AnswerDocument(snapshot, query, arguments, page, all.rows().size(), shown);
    Parameters asked = parameters.without(Page.NUMBER);
    Reply reply =
        body(format, document, parameters)
            .with("ETag", tag(snapshot, query, format, parameters))
            .with("Cache-Control", "public, max-age=" + SECONDS_FRESH + ", must-revalidate")
            .with("Vary", "Accept")
            .with("Crcgraph-Version", snapshot.version())
            .with("Crcgraph-Query", query.name());
    String links =
        "<"
            + Links.BASE
            + "id/dataset/crcgraph>; rel=\"cite-as\", "
            + "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"";
    if (!page.isAll()) {
      links = page.links(PREFIX + query.name(), asked, all.rows().size()) + ", " + links;
    }
    return reply.with("Link", links);
  }

  private static ResultTable table(Answer answer) {
    if (answer instanceof Answer.Rows rows) {
      return rows.table();
    }
    if (answer instanceof Answer.Verdict verdict) {
      return new ResultTable(
          List.of("answer"),
          List.of(
              new ResultTable.Row(
                  List.of(
                      Optional.of(
                          NodeFactory.createLiteralString(String.valueOf(verdict.yes())))))));
    }
    List<ResultTable.Row> rows = new ArrayList<>();
    ((Answer.Triples) answer)
        .graph()
        .find()
        .forEachRemaining(
            t ->
                rows.add(
                    new ResultTable.Row(
                        List.of(
                            Optional.of(t.getSubject()),
                            Optional.of(t.getPredicate()),
                            Optional.of(t.getObject())))));
    return new ResultTable(List.of("subject", "predicate", "object"), rows);
  }

  private static Problem problem(
      Snapshot snapshot,
      StoredQuery query,
      List<Argument> arguments,
      List<ArgumentProblem> problems) {
    ArgumentProblem first = problems.get(0);
    List<String> all = problems.stream().map(ArgumentProblem::what).toList();
    List<Problem.Candidate> found = new ArrayList<>();
    Optional<Parameter> parameter = query.parameter(first.parameter());
    if (parameter.isPresent() && parameter.get().type() instanceof ParameterType.Entity) {
      for (Argument argument : arguments) {
        if (argument.name().equals(first.parameter())) {
          snapshot
              .search()
              .search(argument.value(), parameter.get().kinds(), CANDIDATES)
              .forEach(hit -> found.add(new Problem.Candidate(id(hit.iri()), hit.label())));
        }
      }
    }
    first.candidates().stream()
        .map(ApiHandler::candidate)
        .filter(c -> found.stream().noneMatch(f -> f.value().equals(c.value())))
        .limit(Math.max(0, CANDIDATES - found.size()))
        .forEach(found::add);
    return Problem.ofParameter(first.parameter(), String.join("; ", all), found);
  }

  private static String id(String iri) {
    return iri.substring(iri.indexOf("/id/") + "/id/".length());
  }

  /** {@code KIND/SLUG (Label)} as value and label. */
  private static Problem.Candidate candidate(String text) {
    int open = text.indexOf(" (");
    return open > 0 && text.endsWith(")")
        ? new Problem.Candidate(
            text.substring(0, open), text.substring(open + 2, text.length() - 1))
        : new Problem.Candidate(text, text);
  }

  private static String tag(
      Snapshot snapshot, StoredQuery query, AnswerFormat format, Parameters parameters) {
    int request = (query.text() + parameters.without(FORMAT).encoded()).hashCode();
    return "\""
        + Layout.shortVersion(snapshot.version())
        + "-"
        + Integer.toHexString(request)
        + "-"
        + format.word()
        + "\"";
  }

  private static Reply body(AnswerFormat format, AnswerDocument document, Parameters parameters) {
    String type = format.mediaTypes().get(0);
    return switch (format) {
      case JSON -> Reply.ok(type, json(document));
      case HTML -> Layout.reply(200, AnswerPage.of(document, parameters));
      case XML -> Reply.ok(type, xml(document.shown()));
      case CSV -> text(type, ResultFormat.CSV, SpreadsheetCells.safe(document.shown()));
      case TSV -> text(type, ResultFormat.TSV, document.shown());
      case MD -> text(type, ResultFormat.MD, document.shown());
    };
  }

  private static Reply text(String type, ResultFormat format, ResultTable table) {
    StringBuilder out = new StringBuilder();
    try {
      format.write(new Answer.Rows(table), "", 0, out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    }
    return Reply.ok(type, out.toString());
  }

  private static byte[] json(AnswerDocument document) {
    ObjectNode root = Json.object();
    ArrayNode variables = root.putObject("head").putArray("vars");
    document.shown().columns().forEach(variables::add);
    ArrayNode bindings = root.putObject("results").putArray("bindings");
    for (ResultTable.Row row : document.shown().rows()) {
      ObjectNode binding = bindings.addObject();
      for (int i = 0; i < row.cells().size(); i++) {
        if (row.cells().get(i).isPresent()) {
          term(binding.putObject(document.shown().columns().get(i)), row.cells().get(i).get());
        }
      }
    }
    ObjectNode about = root.putObject("about");
    about.put("query", document.query().name());
    about.put("graphVersion", document.snapshot().version());
    about.put("total", document.total());
    if (!document.page().isAll()) {
      about.put("page", document.page().number());
      about.put("pageSize", document.page().size());
    }
    ArrayNode sources = about.putArray("sources");
    document.sources().forEach(sources::add);
    about.put("citation", document.citation());
    about.put("license", "https://creativecommons.org/licenses/by/4.0/");
    return Json.bytes(root);
  }

  private static void term(ObjectNode out, Node node) {
    if (node.isURI()) {
      out.put("type", "uri").put("value", node.getURI());
    } else if (node.isBlank()) {
      out.put("type", "bnode").put("value", node.getBlankNodeLabel());
    } else {
      out.put("type", "literal").put("value", node.getLiteralLexicalForm());
      if (!node.getLiteralLanguage().isEmpty()) {
        out.put("xml:lang", node.getLiteralLanguage());
      } else if (!node.getLiteralDatatypeURI().endsWith("#string")) {
        out.put("datatype", node.getLiteralDatatypeURI());
      }
    }
  }

  private static byte[] xml(ResultTable table) {
    List<Var> variables = Var.varList(table.columns());
    List<Binding> bindings = new ArrayList<>();
    for (ResultTable.Row row : table.rows()) {
      BindingBuilder binding = BindingFactory.builder();
      for (int i = 0; i < variables.size(); i++) {
        if (row.cells().get(i).isPresent()) {
          binding.add(variables.get(i), row.cells().get(i).get());
        }
      }
      bindings.add(binding.build());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowSetWriter writer =
        RowSetWriterRegistry.getFactory(ResultSetLang.RS_XML).create(ResultSetLang.RS_XML);
    writer.write(out, RowSetStream.create(variables, bindings.iterator()), new Context());
    return out.toByteArray();
  }
}
