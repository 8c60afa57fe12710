package org.crcgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pages in a headless Chromium, where there is one: at the width of a telephone and of a desk, in
 * light and dark, with axe-core, by keyboard alone, without scripts, in print.
 */
final class BrowserTest {
  private static final int TAB = 9;
  private static final int ENTER = 13;
  private static final int NARROW = 360;
  private static final int WIDE = 1280;

  private static WebServer server;
  private static WebServer hostile;
  private static DatasetGraph hostileGraph;
  private static Chromium browser;
  private static String axe;
  @TempDir private static Path profile;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> program = Chromium.installed();
    assumeTrue(program.isPresent(), "there is no Chromium: pages are not tried in a browser");
    server = serve(HostileGraph.samples());
    hostileGraph = HostileGraph.with(text -> text + HostileGraph.SCRIPT);
    hostile = serve(hostileGraph);
    try (InputStream script = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
    Optional<Chromium> started = Chromium.start(program.get(), profile.resolve("profile"));
    assumeTrue(started.isPresent(), "Chromium did not start: pages are not tried in a browser");
    browser = started.get();
  }

  private static WebServer serve(DatasetGraph dataset) throws Exception {
    return WebServer.overDataset(dataset, "browser", OnLoopback.withTexts(SampleText.texts()));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    for (WebServer running : new WebServer[] {server, hostile}) {
      if (running != null) {
        running.close();
      }
    }
  }

  private static URI page(String path) {
    return server.address().resolve(path);
  }

  private static final String PAGES =
      """
      /                                       | document.querySelector('svg')
      /?on=2016-01-01                         | document.querySelector('table')
      /doc/crc/northshire-crc                 | document.querySelector('h1')
      /doc/crc/wales-crc                      | document.querySelector('h1')
      /doc/organisation/blue-heron            | document.querySelector('h1')
      /doc/area/wales                         | document.querySelector('h1')
      /doc/person/rowan-ashworth              | document.querySelector('h1')
      /doc/ownership/northshire               | document.querySelector('h1')
      /doc/claim/web1                         | document.querySelector('h1')
      /doc/document/cafe                      | document.querySelector('h1')
      /doc/document/beef                      | document.querySelector('.part .r.statement')
      /doc/statement/told                     | document.querySelector('blockquote')
      /doc/statement/hostile                  | document.querySelector('blockquote')
      /doc/document/feed                      | document.querySelector('.notice')
      /search?q=heron                         | document.querySelector('ol.hits')
      /documents                              | document.querySelector('h1')
      /sources                                | document.querySelector('table')
      /conflicts                              | document.querySelector('h1')
      /ontology                               | document.querySelector('h1')
      /api                                    | document.querySelector('h1')
      /api/who-owns-which-crc.html            | document.querySelector('table')
      /query                                  | document.querySelector('.CodeMirror-scroll[role]')
      /api/docs                               | document.querySelector('#servers[aria-label]')
      /reconcile/preview?id=crc/northshire-crc | document.querySelector('h1')
      """;

  @ParameterizedTest
  @CsvSource(textBlock = PAGES, delimiter = '|')
  void aPageFitsIsAccessibleAndAsksNobodyElse(String path, String ready) throws Exception {
    for (int width : new int[] {NARROW, WIDE}) {
      String colours = width == NARROW ? "light" : "dark";
      browser.look(width, "screen", colours);
      browser.open(page(path), ready);
      String what = path + " at " + width + " px, " + colours;
      assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
          .as(what)
          .isLessThanOrEqualTo(width);
      assertThat(violations()).as(what).isEmpty();
      assertThat(browser.messages()).as(what).isEmpty();
      assertThat(browser.requests())
          .as(what)
          .allMatch(url -> url.startsWith(server.address().toString()) || url.startsWith("data:"));
    }
  }

  private static List<String> violations() {
    browser.evaluate(axe + ";0");
    JsonNode found =
        browser.evaluate(
            "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target + ' '"
                + " + n.failureSummary).join('; ')))");
    List<String> violations = new ArrayList<>();
    found.forEach(v -> violations.add(v.asText()));
    return violations;
  }

  private static String focused() {
    return browser
        .evaluate(
            "(e => e.id || e.className || e.getAttribute('aria-label') || e.textContent.trim())"
                + "(document.activeElement)")
        .asText();
  }

  private static boolean isFocusSeen() {
    return browser
        .evaluate(
            "(e => { for (let at = e; at; at = at.parentElement) {"
                + " if (getComputedStyle(at).outlineStyle !== 'none') return true; }"
                + " return false; })(document.activeElement)")
        .asBoolean();
  }

  @Test
  void theKeyboardSkipsToTheContentAndSetsTheDay() throws Exception {
    browser.look(NARROW, "screen", "light");
    browser.open(page("/"), "document.querySelector('svg')");
    browser.press("Tab", TAB);
    assertThat(focused()).isEqualTo("skip");
    assertThat(isFocusSeen()).isTrue();
    assertThat(browser.evaluate("document.activeElement.getBoundingClientRect().left").asInt())
        .isNotNegative();
    browser.press("Enter", ENTER);
    assertThat(focused()).isEqualTo("content");
    browser.press("Tab", TAB);
    assertThat(focused()).isEqualTo("q");
    assertThat(isFocusSeen()).isTrue();
    for (int i = 0; i < 2; i++) {
      browser.press("Tab", TAB); // over the search button
    }
    assertThat(focused()).isEqualTo("on");
    assertThat(isFocusSeen()).isTrue();
    browser.evaluate("document.getElementById('on').value = '2016-02-03'");
    browser.press("Enter", ENTER);
    browser.await("location.search === '?on=2016-02-03' && document.querySelector('svg')");
  }

  @Test
  void theKeyboardEntersAndLeavesTheEditor() throws Exception {
    browser.look(NARROW, "screen", "light");
    browser.open(page("/query"), "document.querySelector('.CodeMirror-scroll[role]')");
    browser.await("!document.getElementById('example').disabled");
    browser.evaluate("document.getElementById('example').focus()");
    boolean entered = false;
    boolean left = false;
    for (int i = 0; i < 16 && !left; i++) {
      browser.press("Tab", TAB);
      boolean inside =
          browser.evaluate("!!document.activeElement.closest('.CodeMirror')").asBoolean();
      if (inside) {
        assertThat(isFocusSeen()).isTrue();
      }
      left = entered && !inside;
      entered |= inside;
    }
    assertThat(entered).isTrue();
    assertThat(left).isTrue();
  }

  @Test
  void anExampleRunsInTheEditorAndFillsTheTable() throws Exception {
    browser.look(WIDE, "screen", "light");
    browser.open(page("/query"), "document.querySelector('.CodeMirror-scroll[role]')");
    browser.await("!document.getElementById('example').disabled");
    browser.evaluate(
        "(s => { s.value = 'documents'; s.dispatchEvent(new Event('change')); })"
            + "(document.getElementById('example'))");
    browser.evaluate("document.querySelector('.yasqe_queryButton').click()");
    browser.await("document.querySelectorAll('.yasr tbody tr').length > 0");
    assertThat(browser.messages()).isEmpty();
  }

  @Test
  void hostileTextRunsOnNoPage() throws Exception {
    browser.look(WIDE, "screen", "light");
    List<String> pages = new ArrayList<>(List.of("/", "/conflicts", "/sources", "/query"));
    List<String> kinds = new ArrayList<>();
    for (String path : HostileGraph.pages(hostileGraph)) {
      String kind = path.split("/")[2];
      if (!kinds.contains(kind)) {
        kinds.add(kind);
        pages.add(path);
      }
    }
    for (String path : pages) {
      browser.open(hostile.address().resolve(path), "document.querySelector('h1')");
      assertThat(browser.evaluate("window.hacked === undefined").asBoolean()).as(path).isTrue();
      assertThat(browser.messages()).as(path).isEmpty();
    }
  }

  @Test
  void withoutScriptsPagesAreReadAndQueriesAsked() throws Exception {
    browser.look(WIDE, "screen", "light");
    browser.scripts(false);
    try {
      browser.open(page("/doc/crc/northshire-crc"), "document.querySelector('h1')");
      assertThat(browser.evaluate("document.body.innerText").asText()).contains("Blue Heron Group");
      browser.open(page("/query"), "document.querySelector('h1')");
      assertThat(browser.evaluate("!!document.querySelector('textarea[name=query]')").asBoolean())
          .isTrue();
    } finally {
      browser.scripts(true);
    }
  }

  @Test
  void inPrintThereIsNoNavigationAndNothingIsFolded() throws Exception {
    browser.look(WIDE, "print", "light");
    browser.open(page("/doc/crc/northshire-crc"), "document.querySelector('h1')");
    assertThat(browser.evaluate("getComputedStyle(document.querySelector('nav')).display").asText())
        .isEqualTo("none");
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('details > ul')]"
                        + ".every(e => e.getBoundingClientRect().height > 0)")
                .asBoolean())
        .isTrue();
  }
}
