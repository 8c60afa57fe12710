package org.crcgraph.read;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;

/**
 * A comma-separated file (RFC 4180) as lines of cells that know where they stand. Our own scanner,
 * because a report needs the line and column of every cell and every fault of the file, and the CSV
 * libraries give the place of a record and stop at the first fault.
 *
 * @param lines the lines in file order, the header first
 */
record RegisterTable(List<Line> lines) {
  RegisterTable {
    lines = List.copyOf(lines);
  }

  /**
   * A record of the file, which may run over several lines of text.
   *
   * @param place where it begins
   * @param fields its cells
   * @param end the place just after its last cell
   * @param sound false where the record itself is malformed, so that its values prove nothing
   */
  record Line(Place place, List<Field> fields, Place end, boolean sound) {
    Line {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A cell.
   *
   * @param text what it holds, without quotation marks and outer blanks
   * @param place where it begins, at its quotation mark if it has one
   */
  record Field(String text, Place place) {}

  /** Splits a file into cells; reports every malformed one. */
  static RegisterTable scan(String file, String text, List<Issue> issues) {
    return new Scanner(file, text, issues).table();
  }

  private static final class Scanner {
    private final String file;
    private final String text;
    private final List<Issue> issues;
    private int at;
    private int line = 1;
    private int column = 1;
    private boolean sound = true;

    Scanner(String file, String text, List<Issue> issues) {
      this.file = file;
      this.text = text;
      this.issues = issues;
    }

    RegisterTable table() {
      List<Line> lines = new ArrayList<>();
      while (at < text.length()) {
        Place start = here();
        sound = true;
        List<Field> fields = new ArrayList<>();
        fields.add(field());
        while (at < text.length() && text.charAt(at) == ',') {
          advance();
          fields.add(field());
        }
        Place end = here();
        endLine();
        if (fields.size() == 1 && fields.get(0).text().isEmpty() && end.equals(start)) {
          issues.add(Issue.error(start, "an empty line", "remove it"));
        } else {
          lines.add(new Line(start, fields, end, sound));
        }
      }
      return new RegisterTable(lines);
    }

    private Field field() {
      Place start = here();
      if (at < text.length() && text.charAt(at) == '"') {
        return new Field(quoted(start).strip(), start);
      }
      StringBuilder value = new StringBuilder();
      takeLetters(value);
      while (at < text.length() && !atDelimiter()) {
        if (text.charAt(at) == '"') {
          fault(here(), "a quotation mark in a cell that is not quoted");
        }
        take(value);
      }
      return new Field(value.toString().strip(), start);
    }

    private String quoted(Place start) {
      StringBuilder value = new StringBuilder();
      advance();
      while (at < text.length()) {
        if (text.charAt(at) != '"') {
          take(value);
          takeLetters(value);
        } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
          value.append('"');
          advance();
          advance();
        } else {
          advance();
          if (at < text.length() && !atDelimiter()) {
            String opened =
                start.line() == here().line() ? "" : ", which was opened in line " + start.line();
            fault(here(), "text after the closing quotation mark of a cell" + opened);
            while (at < text.length() && !atDelimiter()) {
              advance();
            }
          }
          return value.toString();
        }
      }
      fault(start, "a quoted cell that is never closed");
      return value.toString();
    }

    private void fault(Place place, String what) {
      sound = false;
      issues.add(
          Issue.error(place, what, "quote the whole cell and write quotation marks in it twice"));
    }

    /** Takes the ASCII characters from here on of which none means anything to this format. */
    private void takeLetters(StringBuilder value) {
      int end = at;
      while (end < text.length() && isPlain(text.charAt(end))) {
        end++;
      }
      value.append(text.substring(at, end));
      column += end - at;
      at = end;
    }

    private static boolean isPlain(char c) {
      return c >= ' ' && c < 127 && c != '"' && c != ',';
    }

    private void take(StringBuilder value) {
      char c = text.charAt(at);
      if (Character.isISOControl(c) && c != '\n' && c != '\r') {
        sound = false;
        issues.add(
            Issue.error(here(), String.format("control character U+%04X", (int) c), "remove it"));
      }
      value.append(c);
      advance();
    }

    private boolean atDelimiter() {
      char c = text.charAt(at);
      return c == ','
          || c == '\n'
          || (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n');
    }

    private void endLine() {
      if (at < text.length() && text.charAt(at) == '\r') {
        advance();
      }
      if (at < text.length()) {
        advance();
      }
    }

    private void advance() {
      char c = text.charAt(at++);
      if (c == '\n') {
        line++;
        column = 1;
      } else if (!Character.isLowSurrogate(c)) {
        column++;
      }
    }

    private Place here() {
      return new Place(file, line, column);
    }
  }
}
