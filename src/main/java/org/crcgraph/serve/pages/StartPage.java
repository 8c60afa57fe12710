package org.crcgraph.serve.pages;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.crcgraph.query.Argument;
import org.crcgraph.query.ResultTable;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Dates;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Layout;
import org.crcgraph.serve.html.Tables;
import org.crcgraph.serve.http.Handler;
import org.crcgraph.serve.http.Problem;
import org.crcgraph.serve.http.ProblemException;
import org.crcgraph.serve.http.Reply;
import org.crcgraph.serve.http.Request;
import org.crcgraph.serve.snapshot.Snapshot;

/** {@code /}: search, who owned which company on a day, the whole time as a picture, figures. */
public final class StartPage implements Handler {
  private static final String USUAL_DAY = "2018-06-15";
  private static final String QUERY = "who-owns-which-crc";

  private static final String FIGURES =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      SELECT ?what (COUNT(DISTINCT ?thing) AS ?number) {
        { ?thing a crc:Claim BIND("claims" AS ?what) }
        UNION { ?claim a crc:Claim ; prov:wasDerivedFrom ?thing BIND("sources" AS ?what) }
        UNION { ?thing a crc:Document BIND("documents read" AS ?what) }
        UNION { ?thing a crc:Statement BIND("statements" AS ?what) }
        UNION { ?thing a crc:Inspection BIND("inspections" AS ?what) }
        UNION { ?thing a crc:Ownership BIND("ownerships" AS ?what) }
        UNION { ?thing a crc:Conflict BIND("conflicts" AS ?what) }
      } GROUP BY ?what ORDER BY ?what
      """;

  private final Supplier<Snapshot> snapshots;
  private final StoredQueries queries;

  /** Over the snapshot of the moment. */
  public StartPage(Supplier<Snapshot> snapshots, StoredQueries queries) {
    this.snapshots = snapshots;
    this.queries = queries;
  }

  @Override
  public Reply answer(Request request) {
    String on = request.query().first("on").filter(d -> !d.isBlank()).orElse(USUAL_DAY);
    try {
      LocalDate.parse(on);
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          Problem.ofParameter("on", "on=" + on + " is not a day such as 2018-06-15", List.of()));
    }
    Snapshot snapshot = snapshots.get();
    String key = "start " + on;
    return snapshot.replies().get(key, () -> Layout.reply(200, page(snapshot, on)));
  }

  private Html page(Snapshot snapshot, String on) {
    Stored stored = new Stored(snapshot, queries);
    Optional<ResultTable> owners = stored.rows(QUERY, new Argument("on", on));
    Optional<ResultTable> periods = stored.rows(QUERY);
    return Layout.page(
        "CRC Graph",
        "/",
        snapshot.version(),
        Html.of(
            "meta",
            Attributes.of("name", "description")
                .and(
                    "content",
                    "Who owned which Community Rehabilitation Company, with a source for every"
                        + " claim.")),
        Html.all(
            Html.of("h1", "Who ran probation in England and Wales"),
            Html.of(
                "p",
                Attributes.of("class", "lead"),
                "Twenty-one Community Rehabilitation Companies, 2014 to 2021: who owned them, who"
                    + " inspected them, who said what about them, and where it is written."),
            SearchPage.box(""),
            figures(snapshot),
            Html.of(
                "section",
                Attributes.of("aria-labelledby", "owners"),
                Html.of("h2", Attributes.of("id", "owners"), "Who owned which company"),
                dateForm(on),
                owners
                    .map(table -> ownersTable(snapshot, table, on))
                    .orElseGet(() -> Html.of("p", "This graph holds no stored query for it."))),
            periods
                .map(
                    table ->
                        Html.of(
                            "section",
                            Attributes.of("aria-labelledby", "timeline"),
                            Html.of("h2", Attributes.of("id", "timeline"), "Owners over time"),
                            OwnershipTimeline.of(table, on)))
                .orElse(Html.NONE)));
  }

  private static Html dateForm(String on) {
    return Html.of(
        "form",
        Attributes.of("class", "ask").and("action", "/").and("method", "get"),
        Html.of(
            "div",
            Html.of("label", Attributes.of("for", "on"), "On the day"),
            Html.of(
                "input",
                Attributes.of("type", "date")
                    .and("id", "on")
                    .and("name", "on")
                    .and("value", on)
                    .and("min", "2014-01-01")
                    .and("max", "2022-12-31")
                    .and("required"))),
        Html.of("button", Attributes.of("type", "submit"), "Show"));
  }

  private static Html ownersTable(Snapshot snapshot, ResultTable table, String on) {
    if (table.rows().isEmpty()) {
      return Html.of(
          "p",
          "Nobody is known to have owned a company on "
              + Dates.words(on).orElse(on)
              + ". They were set up on 1 June 2014, and their contracts ended on 25 June 2021.");
    }
    ResultTable shown =
        Columns.of(
            table,
            "crc",
            "crcLabel",
            "owner",
            "ownerLabel",
            "from",
            "to",
            "ultimateOwner",
            "ultimateOwnerLabel",
            "sources",
            "agreeing",
            "disagreeing",
            "ownership");
    String address = "/api/" + QUERY;
    return Html.all(
        new Tables(snapshot).table(shown, "Owners on " + Dates.words(on).orElse(on)),
        Html.of(
            "p",
            Attributes.of("class", "tools"),
            Html.text("Download: "),
            Html.link(address + ".csv?on=" + on, "CSV"),
            Html.text(" · "),
            Html.link(address + ".json?on=" + on, "JSON"),
            Html.text(" · "),
            Html.link(address + ".html", "every period"),
            Html.text(
                ". “From” and “to” are the owner’s; “agree” and “disagree” count the claims for and"
                    + " against the row.")));
  }

  private static Html figures(Snapshot snapshot) {
    List<Html> items = new ArrayList<>();
    ResultTable table = snapshot.select(FIGURES);
    for (ResultTable.Row row : table.rows()) {
      items.add(
          Html.of(
              "div",
              Html.of("dt", String.valueOf(table.text(row, "what"))),
              Html.of("dd", String.valueOf(table.text(row, "number")))));
    }
    return Html.of(
        "section",
        Attributes.of("aria-labelledby", "figures"),
        Html.of(
            "h2", Attributes.of("id", "figures").and("class", "unseen"), "The graph in figures"),
        Html.of("dl", Attributes.of("class", "figures"), items));
  }
}
