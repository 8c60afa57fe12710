"use strict";
window.addEventListener("DOMContentLoaded", async () => {
  const start = `PREFIX crc: <https://w3id.org/crcgraph/ontology#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?company ?name WHERE {
  ?company a crc:CommunityRehabilitationCompany ; rdfs:label ?name .
}
ORDER BY ?name`;
  Yasgui.Yasqe.defaults.value = start;
  // The editor would ask prefix.cc; the site keeps its own list.
  Yasgui.Yasqe.defaults.prefixCcApi = "/assets/prefixes.json";
  const yasgui = new Yasgui(document.getElementById("yasgui"), {
    requestConfig: { endpoint: new URL("/sparql", location.href).href, method: "POST" },
    endpointCatalogueOptions: { getData: () => [] },
    copyEndpointOnNewTab: false,
    autofocus: false,
    persistenceId: "crcgraph",
    yasqe: {
      autocompleters: ["prefixes", "variables"],
      createShareableLink: null,
      lineWrapping: true,
    },
  });
  // Tab leaves the editor, as it leaves every other field; Ctrl-] and Ctrl-[ indent.
  const leavable = (tab) => {
    const editor = tab && tab.getYasqe && tab.getYasqe();
    if (editor) {
      editor.setOption("extraKeys", {
        ...editor.getOption("extraKeys"),
        Tab: false,
        "Shift-Tab": false,
      });
    }
    // What the bundled editor leaves without a name, or out of the keyboard's reach.
    for (const input of document.querySelectorAll("#yasgui input.autocomplete")) {
      input.setAttribute("aria-label", "Endpoint");
    }
    for (const text of document.querySelectorAll("#yasgui .CodeMirror textarea")) {
      text.setAttribute("aria-label", "Query");
    }
    for (const text of document.querySelectorAll("#yasgui .CodeMirror-scroll")) {
      text.setAttribute("tabindex", "0");
      text.setAttribute("role", "group");
      text.setAttribute("aria-label", "Text of the query");
    }
  };
  leavable(yasgui.getTab());
  yasgui.on("tabSelect", () => setTimeout(() => leavable(yasgui.getTab()), 0));
  const add = document.querySelector("#yasgui .tabsList .addTab");
  if (add) {
    add.setAttribute("role", "tab");
  }
  const wanted = new URLSearchParams(location.search).get("query");
  if (wanted) {
    yasgui.getTab().setQuery(wanted);
  }
  const examples = await (await fetch("/query/examples.json")).json();
  const example = document.getElementById("example");
  example.disabled = false;
  example.addEventListener("change", (event) => {
    const example = examples.find((e) => e.name === event.target.value);
    if (example) {
      yasgui.getTab().setQuery(example.query);
      yasgui.getTab().setName(example.name);
    }
  });
});
