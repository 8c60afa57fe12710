package org.crcgraph.serve.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses a representation: {@code ?format=} beats {@code Accept}, which beats the default (RFC
 * 9110, section 12.5.1).
 */
public final class Negotiation {
  private Negotiation() {}

  /** A representation on offer. */
  public interface Offer {
    /** The word for {@code ?format=} and for a file extension. */
    String word();

    /** Other words that clients send in {@code ?format=} or {@code ?output=}. */
    default List<String> synonyms() {
      return List.of();
    }

    /** Media types that name it, the one to send first. */
    List<String> mediaTypes();
  }

  private record Range(String type, double quality, int precision) {}

  /**
   * The offer that the request prefers: the first is the default.
   *
   * @throws ProblemException 400 for an unknown word, 406 where nothing on offer is acceptable
   */
  public static <T extends Offer> T choose(
      List<T> offers, Optional<String> word, Optional<String> accept) {
    if (word.isPresent() && !word.get().isEmpty()) {
      return byWord(offers, word.get());
    }
    if (accept.isEmpty() || accept.get().isBlank()) {
      return offers.get(0);
    }
    List<Range> ranges = ranges(accept.get());
    T best = null;
    double bestQuality = 0;
    for (T offer : offers) {
      double quality = 0;
      for (String type : offer.mediaTypes()) {
        quality = Math.max(quality, quality(ranges, type));
      }
      if (quality > bestQuality) {
        best = offer;
        bestQuality = quality;
      }
    }
    if (best == null) {
      throw new ProblemException(
          Problem.of(
              406,
              "Not acceptable",
              "On offer: " + String.join(", ", offers.stream().map(o -> first(o)).toList()) + "."));
    }
    return best;
  }

  private static String first(Offer offer) {
    return offer.mediaTypes().get(0);
  }

  private static <T extends Offer> T byWord(List<T> offers, String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    for (T offer : offers) {
      if (offer.word().equals(wanted)
          || offer.synonyms().contains(wanted)
          || offer.mediaTypes().contains(wanted)) {
        return offer;
      }
    }
    throw new ProblemException(
        Problem.ofParameter(
            "format",
            "There is no format '" + word + "' here.",
            offers.stream().map(o -> new Problem.Candidate(o.word(), first(o))).toList()));
  }

  private static List<Range> ranges(String accept) {
    List<Range> ranges = new ArrayList<>();
    for (String part : accept.split(",")) {
      String[] pieces = part.split(";");
      String type = pieces[0].trim().toLowerCase(Locale.ROOT);
      double quality = 1;
      for (int i = 1; i < pieces.length; i++) {
        String piece = pieces[i].trim().toLowerCase(Locale.ROOT);
        if (piece.startsWith("q=")) {
          quality = quality(piece.substring(2));
        }
      }
      if (type.equals("*")) {
        type = "*/*";
      }
      if (!type.isEmpty()) {
        ranges.add(new Range(type, quality, type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2));
      }
    }
    return ranges;
  }

  private static double quality(String text) {
    try {
      double quality = Double.parseDouble(text.trim());
      return quality >= 0 && quality <= 1 ? quality : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static double quality(List<Range> ranges, String mediaType) {
    double quality = 0;
    int precision = -1;
    for (Range range : ranges) {
      boolean matches =
          switch (range.precision) {
            case 0 -> true;
            case 1 -> mediaType.startsWith(range.type.substring(0, range.type.length() - 1));
            default -> mediaType.equals(range.type);
          };
      if (matches && range.precision > precision) {
        precision = range.precision;
        quality = range.quality;
      }
    }
    return quality;
  }
}
