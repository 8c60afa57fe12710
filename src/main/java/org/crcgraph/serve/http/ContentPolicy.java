package org.crcgraph.serve.http;

/** What a browser may load for a page: nothing from elsewhere, and never an inline script. */
public final class ContentPolicy {
  /** For the site's own pages. */
  public static final String STRICT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

  /** For bundled editors, which set styles of elements and embed their icons and fonts. */
  public static final String EDITOR =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
          + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** For a preview, which other sites show in a frame. */
  public static final String PREVIEW =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
          + "frame-ancestors *";

  private ContentPolicy() {}
}
