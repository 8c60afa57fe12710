package org.crcgraph.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;
import org.crcgraph.read.FetchedPage;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pages and PDFs one at a time: robots.txt is obeyed, hosts are given time between two
 * requests, and every address, after every redirect, must be public.
 */
public final class Fetcher implements AutoCloseable {
  private static final int MOST_REDIRECTS = 10;

  /** RFC 9309, 2.5: at least this much of a robots.txt is to be read. */
  private static final int ROBOTS_BYTES = 512 << 10;

  private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

  /** The kinds of documents that can be read, with the extensions they are saved under. */
  private static final Map<String, String> TYPES =
      Map.of(
          "text/html", ".html",
          "application/xhtml+xml", ".html",
          "application/pdf", ".pdf",
          "text/plain", ".txt",
          "text/markdown", ".md",
          "message/rfc822", ".eml");

  private final FetchSettings settings;
  private final Clock clock;
  private final CloseableHttpClient client;
  private final Map<String, BaseRobotRules> robots = new HashMap<>();
  private final Map<String, Long> lastAsked = new HashMap<>();

  /** Prepares to fetch; {@code clock} gives the time that is kept with each document. */
  public Fetcher(FetchSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    Timeout timeout = Timeout.of(settings.timeout());
    client =
        HttpClients.custom()
            .setUserAgent(settings.userAgent())
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAutomaticRetries()
            .disableAuthCaching()
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(timeout)
                    .setConnectionRequestTimeout(timeout)
                    .build())
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(
                        settings.allowPrivate()
                            ? SystemDefaultDnsResolver.INSTANCE
                            : new PublicAddresses())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(timeout)
                            .setSocketTimeout(timeout)
                            .build())
                    .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(timeout).build())
                    .build())
            .build();
  }

  /**
   * What became of an address.
   *
   * @param file the document, where there is one now
   * @param fetched whether it was fetched just now, and not before
   */
  public record Result(Path file, boolean fetched) {}

  /** Why a document was not fetched; carries the line for the user. */
  public static final class NotFetchedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Issue issue;

    NotFetchedException(String url, String what, String remedy) {
      super(what);
      issue = Issue.error(Place.of(url), what, remedy);
    }

    /** The line for the user. */
    public Issue issue() {
      return issue;
    }
  }

  /**
   * Fetches a document into a folder, with its metadata beside it.
   *
   * @throws NotFetchedException where the address, robots.txt or the answer forbids it
   * @throws IOException where the folder cannot be written
   */
  public Result fetch(String url, Path folder) throws NotFetchedException, IOException {
    URI asked = parse(url, url);
    String stem = stem(asked);
    Path before = existing(folder, stem);
    if (before != null && !settings.refresh()) {
      return new Result(before, false);
    }
    URI at = asked;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      BaseRobotRules rules = robots(url, at);
      if (!rules.isAllowed(at.toString())) {
        throw new NotFetchedException(
            url,
            at.getHost() + "'s robots.txt does not allow it",
            "ask the site's owner, or save the page by hand");
      }
      Answer answer = get(url, at, settings.mostBytes(), rules.getCrawlDelay());
      if (answer.location != null) {
        at = parse(url, at.resolve(answer.location).toString());
        continue;
      }
      if (answer.status != 200) {
        throw new NotFetchedException(
            url,
            "the server answered " + answer.status,
            answer.status == 429 || answer.status == 503
                ? "try again later"
                : "check the address in a browser");
      }
      return new Result(save(asked, at, answer, folder, stem), true);
    }
    throw new NotFetchedException(
        url, "more than " + MOST_REDIRECTS + " redirects", "check the address in a browser");
  }

  private static URI parse(String url, String address) throws NotFetchedException {
    try {
      URI uri = new URI(address).normalize();
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (!scheme.equals("http") && !scheme.equals("https")) {
        throw new NotFetchedException(
            url, "not a web address: " + address, "give an address that begins with https://");
      }
      if (uri.getHost() == null || uri.getRawUserInfo() != null) {
        throw new NotFetchedException(
            url, "no plain host in the address " + address, "give https://HOST/PATH");
      }
      String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      // The fragment is the browser's, not the server's.
      return new URI(scheme + "://" + uri.getRawAuthority() + path + query);
    } catch (URISyntaxException e) {
      throw new NotFetchedException(
          url, "not an address: " + e.getReason(), "write spaces and the like as %20");
    }
  }

  // ---- robots.txt

  private BaseRobotRules robots(String url, URI at) throws NotFetchedException {
    String origin = at.getScheme() + "://" + at.getRawAuthority();
    BaseRobotRules known = robots.get(origin);
    if (known != null) {
      return known;
    }
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    URI robotsAt = URI.create(origin + "/robots.txt");
    BaseRobotRules rules = null;
    for (int redirects = 0; rules == null && redirects <= 5; redirects++) {
      Answer answer = get(url, robotsAt, ROBOTS_BYTES, BaseRobotRules.UNSET_CRAWL_DELAY);
      if (answer.location != null) {
        robotsAt = parse(url, robotsAt.resolve(answer.location).toString());
      } else if (answer.status == 200) {
        rules =
            parser.parseContent(
                robotsAt.toString(), answer.body, "text/plain", List.of(agentName()));
      } else if (answer.status >= 500 || answer.status == 429) {
        throw new NotFetchedException(
            url, "the server answered " + answer.status + " for its robots.txt", "try again later");
      } else {
        // RFC 9309, 2.3.1.3: where there is none, everything is allowed.
        rules = parser.failedFetch(404);
      }
    }
    BaseRobotRules found = rules != null ? rules : parser.failedFetch(404);
    robots.put(origin, found);
    return found;
  }

  private String agentName() {
    int end = 0;
    String agent = settings.userAgent();
    while (end < agent.length()
        && (Character.isLetter(agent.charAt(end)) || agent.charAt(end) == '-')) {
      end++;
    }
    return agent.substring(0, end).toLowerCase(Locale.ROOT);
  }

  // ---- One request

  /** What a server answered; a class, since a record with an array would compare wrongly. */
  private static final class Answer {
    private final int status;
    private final @Nullable String location;
    private final String type;
    private final @Nullable String lastModified;
    private final byte[] body;

    Answer(
        int status,
        @Nullable String location,
        String type,
        @Nullable String lastModified,
        byte[] body) {
      this.status = status;
      this.location = location;
      this.type = type;
      this.lastModified = lastModified;
      this.body = body;
    }
  }

  private Answer get(String url, URI at, long most, long crawlDelay) throws NotFetchedException {
    checkAddress(url, at);
    waitFor(at.getHost(), crawlDelay);
    HttpGet request = new HttpGet(at);
    request.setHeader("Accept", "text/html, application/pdf, text/plain;q=0.8, */*;q=0.1");
    try {
      return client.execute(request, response -> answer(response, most));
    } catch (TooLargeException e) {
      request.abort();
      throw new NotFetchedException(
          url,
          "larger than " + most + " bytes",
          "raise the limit with --max-size, or save it by hand");
    } catch (PublicAddresses.PrivateAddressException e) {
      throw privateAddress(url, e);
    } catch (UnknownHostException e) {
      throw new NotFetchedException(url, "no such host: " + at.getHost(), "check the address");
    } catch (IOException e) {
      throw new NotFetchedException(
          url,
          "no answer from " + at.getHost() + " (" + e.getMessage() + ")",
          "check the address and the network, and try again");
    }
  }

  /** An address written as numbers may never reach the resolver, so it is looked at here too. */
  private void checkAddress(String url, URI at) throws NotFetchedException {
    String host = at.getHost();
    boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
    if (settings.allowPrivate() || !literal) {
      return;
    }
    try {
      InetAddress address = InetAddress.getByName(host);
      if (!PublicAddresses.isPublic(address)) {
        throw privateAddress(url, new PublicAddresses.PrivateAddressException(host, address));
      }
    } catch (UnknownHostException e) {
      throw new NotFetchedException(url, "no such host: " + host, "check the address");
    }
  }

  private static NotFetchedException privateAddress(String url, Exception e) {
    return new NotFetchedException(
        url, String.valueOf(e.getMessage()), "add --allow-private if it is your own server");
  }

  private void waitFor(String host, long crawlDelay) {
    Duration delay = settings.delay();
    if (crawlDelay > delay.toMillis()) {
      delay = Duration.ofMillis(Math.min(crawlDelay, LONGEST_DELAY.toMillis()));
    }
    Long last = lastAsked.get(host);
    if (last != null) {
      long rest = delay.toNanos() - (System.nanoTime() - last);
      if (rest > 0) {
        try {
          TimeUnit.NANOSECONDS.sleep(rest);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
    lastAsked.put(host, System.nanoTime());
  }

  /** More bytes than allowed. */
  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static Answer answer(ClassicHttpResponse response, long most) throws IOException {
    int status = response.getCode();
    Header location = response.getFirstHeader("Location");
    if (status >= 300 && status < 400 && location != null) {
      return new Answer(status, location.getValue(), "", null, new byte[0]);
    }
    HttpEntity entity = response.getEntity();
    if (status != 200 || entity == null) {
      return new Answer(status, null, "", null, new byte[0]);
    }
    if (entity.getContentLength() > most) {
      throw new TooLargeException();
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (InputStream in = entity.getContent()) {
      byte[] some = new byte[16 << 10];
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        // Counted after decompression, so that a small answer cannot grow without end.
        if (body.size() + (long) n > most) {
          throw new TooLargeException();
        }
        body.write(some, 0, n);
      }
    }
    Header modified = response.getFirstHeader("Last-Modified");
    String type = entity.getContentType();
    return new Answer(
        status,
        null,
        type == null ? "" : type,
        modified == null ? null : modified.getValue(),
        body.toByteArray());
  }

  // ---- Files

  private Path save(URI asked, URI at, Answer answer, Path folder, String stem)
      throws NotFetchedException, IOException {
    String extension = extension(answer);
    if (extension == null) {
      throw new NotFetchedException(
          asked.toString(),
          "not a document (" + answer.type + ")",
          "give the address of a page, a PDF, a text or an e-mail");
    }
    Files.createDirectories(folder);
    Path file = folder.resolve(stem + extension);
    FetchedPage page =
        new FetchedPage(
            asked.toString(),
            at.toString(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            sha256(answer.body),
            answer.type,
            answer.lastModified);
    write(folder, FetchedPage.beside(file), page.json().getBytes(StandardCharsets.UTF_8));
    write(folder, file, answer.body);
    return file;
  }

  private static @Nullable String extension(Answer answer) {
    String type = answer.type.toLowerCase(Locale.ROOT);
    int end = type.indexOf(';');
    String known = TYPES.get((end < 0 ? type : type.substring(0, end)).strip());
    String start =
        new String(answer.body, 0, Math.min(answer.body.length, 512), StandardCharsets.ISO_8859_1)
            .strip();
    if (start.startsWith("%PDF-")) {
      return ".pdf";
    }
    boolean unsaid = type.isEmpty() || type.startsWith("application/octet-stream");
    return known == null && unsaid && start.startsWith("<") ? ".html" : known;
  }

  private static void write(Path folder, Path file, byte[] bytes) throws IOException {
    Path aside = Files.createTempFile(folder, ".fetching", "");
    try {
      Files.write(aside, bytes);
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /** A name from host and path that no other address shares. */
  private static String stem(URI uri) {
    String words =
        (uri.getHost() + uri.getPath())
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^www\\.", "")
            .replaceFirst("\\.(?:html?|pdf|txt|php|aspx?)$", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String hash = sha256(uri.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    return words.substring(0, Math.min(words.length(), 100)) + "-" + hash;
  }

  private static @Nullable Path existing(Path folder, String stem) {
    for (String extension : List.of(".html", ".pdf", ".txt", ".md", ".eml")) {
      Path file = folder.resolve(stem + extension);
      if (Files.exists(file)) {
        return file;
      }
    }
    return null;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
