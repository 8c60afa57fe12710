package org.crcgraph.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What makes two copies of the same words alike: a digest of the text without case, quotation
 * marks, punctuation and spacing, and a sketch (MinHash) of its runs of three words, by which
 * copies with a sentence cut or a word changed are known. It keeps no text: about 300 bytes each.
 */
public final class StatementKey implements Comparable<StatementKey> {
  /** Words in a row that are one feature. */
  private static final int RUN = 3;

  /** Length of the sketch. */
  static final int HASHES = 64;

  /** Texts of fewer words are alike only where they are equal. */
  private static final int FEWEST_WORDS = 8;

  private final String digest;
  private final int words;
  private final int[] sketch;

  private StatementKey(String digest, int words, int[] sketch) {
    this.digest = digest;
    this.words = words;
    this.sketch = sketch;
  }

  /** The key of a text. */
  public static StatementKey of(String text) {
    String folded = fold(text);
    String[] words = folded.isEmpty() ? new String[0] : folded.split(" ", -1);
    return new StatementKey(digest(folded), words.length, sketch(words));
  }

  /** The text in lower case, its words separated by one space, all marks left out. */
  static String fold(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        folded.append(c);
      } else if (c == '&') {
        separate(folded);
        folded.append("and");
        separate(folded);
      } else if (c != '\'' && c != '’' && c != '‘') {
        separate(folded);
      }
    }
    int length = folded.length();
    return length > 0 && folded.charAt(length - 1) == ' '
        ? folded.substring(0, length - 1)
        : folded.toString();
  }

  private static void separate(StringBuilder folded) {
    if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
      folded.append(' ');
    }
  }

  private static String digest(String folded) {
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(folded.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static int[] sketch(String[] words) {
    int[] sketch = new int[HASHES];
    Arrays.fill(sketch, Integer.MAX_VALUE);
    for (int i = 0; i + RUN <= words.length; i++) {
      long run = 1125899906842597L;
      for (int k = 0; k < RUN; k++) {
        run = 31 * run + words[i + k].hashCode();
      }
      long state = run;
      for (int h = 0; h < HASHES; h++) {
        // SplitMix64: one stream of hashes for each run of words.
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        int hash = (int) ((mixed ^ (mixed >>> 31)) >>> 33);
        sketch[h] = Math.min(sketch[h], hash);
      }
    }
    return sketch;
  }

  /** 24 hex digits that depend on the folded text alone. */
  public String digest() {
    return digest;
  }

  /** How many runs of words the two texts share, about, from 0 to 1 (estimated Jaccard index). */
  public double likeness(StatementKey other) {
    if (digest.equals(other.digest)) {
      return 1;
    }
    if (words < FEWEST_WORDS || other.words < FEWEST_WORDS) {
      return 0;
    }
    int same = 0;
    for (int h = 0; h < HASHES; h++) {
      if (sketch[h] == other.sketch[h]) {
        same++;
      }
    }
    return (double) same / HASHES;
  }

  /** Whether the texts are long enough that one can be an altered copy of another. */
  boolean isComparable() {
    return words >= FEWEST_WORDS;
  }

  /** A number that alike texts often share: one band of the sketch. */
  long band(int band, int rows) {
    long value = band + 1L;
    for (int r = 0; r < rows; r++) {
      value = value * 0x9E3779B97F4A7C15L + sketch[band * rows + r];
    }
    return value ^ (value >>> 29);
  }

  @Override
  public int compareTo(StatementKey other) {
    return digest.compareTo(other.digest);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StatementKey key && digest.equals(key.digest);
  }

  @Override
  public int hashCode() {
    return Objects.hash(digest);
  }

  @Override
  public String toString() {
    return digest;
  }
}
