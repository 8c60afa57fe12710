package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Document;
import org.crcgraph.model.TextRange;

/** Cuts blocks into sentences at closing punctuation that is followed by a capital or a quote. */
final class Sentences {
  private Sentences() {}

  static List<Reading.Sentence> of(Document document, char[] text) {
    List<Reading.Sentence> sentences = new ArrayList<>();
    List<Document.Block> blocks = document.layout().blocks();
    for (int b = 0; b < blocks.size(); b++) {
      TextRange block = blocks.get(b).range();
      int start = block.from();
      int i = block.from();
      while (i < block.to()) {
        char c = text[i];
        if (c == '.' || c == '!' || c == '?') {
          int end = i + 1;
          while (end < block.to() && isClosing(text[end])) {
            end++;
          }
          int mark = end < block.to() ? NoteMarks.end(text, end, block.from(), block.to()) : end;
          while (mark > end && mark < block.to()) {
            int another = NoteMarks.end(text, mark, block.from(), block.to());
            if (another == mark) {
              break;
            }
            mark = another;
          }
          if (mark == block.to() && mark > end && !isAbbreviation(text, start, i)) {
            // The mark closes the block and belongs to no sentence.
            sentences.add(new Reading.Sentence(new TextRange(start, end), b));
            start = block.to();
            break;
          }
          int next = mark;
          while (next < block.to() && isSpace(text[next])) {
            next++;
          }
          if (next > mark
              && next < block.to()
              && opensSentence(text[next])
              && !isAbbreviation(text, start, i)) {
            sentences.add(new Reading.Sentence(new TextRange(start, end), b));
            start = next;
            i = next;
            continue;
          }
          i = end;
          continue;
        }
        i++;
      }
      if (start < block.to()) {
        sentences.add(new Reading.Sentence(new TextRange(start, block.to()), b));
      }
    }
    return sentences;
  }

  /** Saved pages part sentences with no-break spaces too. */
  private static boolean isSpace(char c) {
    return c == ' ' || Character.isWhitespace(c) || c == '\u00a0';
  }

  private static boolean isClosing(char c) {
    return c == '"' || c == '”' || c == '’' || c == '\'' || c == ')' || c == ']' || c == '.'
        || c == '!' || c == '?';
  }

  private static boolean opensSentence(char c) {
    return Character.isUpperCase(c)
        || Character.isDigit(c)
        || c == '"'
        || c == '“'
        || c == '‘'
        || c == '\''
        || c == '('
        || c == '['
        || c == '£';
  }

  /** "Mr.", "Dr.", initials: a full stop after one capital or a known short title ends nothing. */
  private static boolean isAbbreviation(char[] text, int start, int stop) {
    if (text[stop] != '.') {
      return false;
    }
    int word = stop;
    while (word > start && Character.isLetter(text[word - 1])) {
      word--;
    }
    int length = stop - word;
    if (length == 1) {
      return Character.isUpperCase(text[word]);
    }
    return switch (new String(text, word, length)) {
      case "Mr", "Mrs", "Ms", "Dr", "St", "Rt", "Hon", "No", "vs", "viz", "cf", "Prof" -> true;
      default -> false;
    };
  }
}
