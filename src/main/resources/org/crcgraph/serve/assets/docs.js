"use strict";
window.addEventListener("DOMContentLoaded", () => {
  SwaggerUIBundle({
    url: "/api/openapi.json",
    dom_id: "#swagger",
    presets: [SwaggerUIBundle.presets.apis],
    // A button may hold neither a link nor another button: keyboards and screen readers lose both.
    plugins: [() => ({ wrapComponents: { CopyToClipboardBtn: () => () => null } })],
    validatorUrl: null,
    deepLinking: false,
    defaultModelsExpandDepth: -1,
    onComplete: () => {
      const servers = document.querySelector("#swagger #servers");
      if (servers) {
        servers.setAttribute("aria-label", "Server");
      }
    },
  });
});
