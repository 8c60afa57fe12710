package org.crcgraph.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The terminal that standard output goes to, if it goes to one. */
final class Terminal {
  private static final Pattern SIZE = Pattern.compile("\\d+ (\\d+)");

  /** Java cannot tell a terminal's width; stty can, where standard output is one. */
  private static final String ASK = "test -t 1 && stty size <&1 1>&2";

  private Terminal() {}

  /** Characters of a line, or 0 where the output is no terminal or its width is not known. */
  static int width() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("[1-9]\\d{0,4}") ? Integer.parseInt(columns) : ask();
  }

  private static int ask() {
    try {
      Process stty =
          new ProcessBuilder("sh", "-c", ASK)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(stty.getErrorStream(), StandardCharsets.UTF_8))) {
        String line = reader.readLine();
        Matcher m = SIZE.matcher(line == null ? "" : line);
        return m.matches() ? Integer.parseInt(m.group(1)) : 0;
      }
    } catch (IOException e) {
      return 0; // No shell on this system: lines may be of any length.
    }
  }
}
