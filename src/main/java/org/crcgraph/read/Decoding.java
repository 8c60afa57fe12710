package org.crcgraph.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;

/** Turns the bytes of a text file into text, as UTF-8 unless the bytes say otherwise. */
final class Decoding {
  /** The superset of ISO 8859-1 that old Windows programs and web pages write. */
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** So many bytes are looked at to tell text from something else. */
  private static final int SAMPLE = 8_192;

  private Decoding() {}

  /**
   * The text of a file.
   *
   * @throws UnreadableDocumentException where the bytes are no text
   */
  static String text(String file, byte[] bytes, List<Issue> issues)
      throws UnreadableDocumentException {
    Charset wide = utf16(bytes);
    if (wide != null) {
      String text = new String(bytes, wide);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
    if (isBinary(bytes)) {
      throw new UnreadableDocumentException(
          Issue.error(
              Place.of(file),
              "not a text file (it holds binary data)",
              "give a text, HTML, PDF or e-mail file, or take it out of the folder"));
    }
    // The platform decodes a whole array faster than a strict decoder does, and marks what it could
    // not read; a text that holds the mark itself is read again.
    String lenient = new String(bytes, StandardCharsets.UTF_8);
    if (lenient.indexOf('\ufffd') < 0) {
      return lenient;
    }
    CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      return utf8.decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      issues.add(
          Issue.warning(
              firstBad(file, bytes),
              "not UTF-8; read as windows-1252",
              "save the file as UTF-8 to be sure that no character is misread"));
      return new String(bytes, WINDOWS);
    }
  }

  private static @org.jspecify.annotations.Nullable Charset utf16(byte[] bytes) {
    if (bytes.length >= 2) {
      int first = bytes[0] & 0xff;
      int second = bytes[1] & 0xff;
      if (first == 0xff && second == 0xfe) {
        return StandardCharsets.UTF_16LE;
      }
      if (first == 0xfe && second == 0xff) {
        return StandardCharsets.UTF_16BE;
      }
    }
    // Without a mark: every other byte of an English text is zero.
    int looked = Math.min(bytes.length, SAMPLE) / 2;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < looked; i++) {
      even += bytes[2 * i] == 0 ? 1 : 0;
      odd += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (looked >= 8 && odd * 10 > looked * 8 && even * 10 < looked) {
      return StandardCharsets.UTF_16LE;
    }
    return looked >= 8 && even * 10 > looked * 8 && odd * 10 < looked
        ? StandardCharsets.UTF_16BE
        : null;
  }

  private static boolean isBinary(byte[] bytes) {
    int looked = Math.min(bytes.length, SAMPLE);
    int odd = 0;
    for (int i = 0; i < looked; i++) {
      int b = bytes[i] & 0xff;
      if (b == 0) {
        return true;
      }
      if (b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1b) {
        odd++;
      }
    }
    return odd * 20 > looked;
  }

  private static Place firstBad(String file, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(SAMPLE);
    int line = 1;
    int column = 1;
    CoderResult result;
    do {
      result = decoder.decode(in, out, true);
      out.flip();
      while (out.hasRemaining()) {
        char c = out.get();
        if (c == '\n') {
          line++;
          column = 1;
        } else if (!Character.isLowSurrogate(c)) {
          column++;
        }
      }
      out.clear();
    } while (result.isOverflow());
    return new Place(file, line, column);
  }
}
