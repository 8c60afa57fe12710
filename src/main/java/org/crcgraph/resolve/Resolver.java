package org.crcgraph.resolve;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Document;
import org.crcgraph.model.NameMatch;
import org.crcgraph.model.Resolution;

/** Decides what each name of a document means, by the candidates and the rest of the text. */
public final class Resolver {
  /** One decision for each match, in the same order. */
  public List<Resolution> resolve(Document document, List<NameMatch> matches) {
    List<Resolution> resolutions = new ArrayList<>();
    for (NameMatch match : matches) {
      if (match.candidates().size() > 1) {
        resolutions.add(new Resolution.Ambiguous(match, match.candidates()));
      } else if (match.candidates().isEmpty()) {
        resolutions.add(new Resolution.Linked(match, match.form()));
      } else {
        resolutions.add(new Resolution.Linked(match, match.candidates().get(0).ref()));
      }
    }
    return resolutions;
  }
}
