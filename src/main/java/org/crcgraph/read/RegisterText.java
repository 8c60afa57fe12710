package org.crcgraph.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;

/** The text of a register file, decoded strictly from UTF-8. */
final class RegisterText {
  private static final char REPLACEMENT = '\uFFFD';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private RegisterText() {}

  /**
   * Decodes a file; each run of bytes that is no UTF-8 is reported and becomes U+FFFD.
   *
   * @param file name for messages
   * @param bytes the whole file
   * @param issues receives an error for each fault
   */
  static String decode(String file, byte[] bytes, List<Issue> issues) {
    if (holdsZero(bytes)) {
      issues.add(Issue.error(Place.of(file), "not a text file", "save it as CSV in UTF-8"));
      return "";
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    // UTF-8 never decodes to more UTF-16 units than it has bytes.
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        break;
      }
      issues.add(
          Issue.error(
              end(file, out),
              String.format("byte 0x%02X is no UTF-8", bytes[in.position()] & 0xFF),
              "save the file in UTF-8"));
      in.position(in.position() + result.length());
      out.put(REPLACEMENT);
    }
    out.flip();
    String text = out.toString();
    // Spreadsheets write a byte order mark; CSV on the Web has readers drop it.
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static boolean holdsZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  /** The place after what was decoded so far. */
  private static Place end(String file, CharBuffer decoded) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < decoded.position(); i++) {
      char c = decoded.get(i);
      if (c == '\n') {
        line++;
        column = 1;
      } else if (!Character.isLowSurrogate(c) && c != BYTE_ORDER_MARK) {
        column++;
      }
    }
    return new Place(file, line, column);
  }
}
