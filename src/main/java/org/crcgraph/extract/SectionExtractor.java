package org.crcgraph.extract;

import java.util.List;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;

/**
 * Finds what a document reproduces from elsewhere: articles, press releases, letters, e-mails,
 * report extracts and posts on social networks, in the post and in readers' comments.
 */
final class SectionExtractor implements RecordExtractor {
  private final Publishers publishers;
  private final LeadIns leadIns;
  private final Set<String> reportHeadings;

  SectionExtractor(Lexicon lexicon) {
    publishers = new Publishers(lexicon);
    leadIns = new LeadIns(lexicon, publishers);
    reportHeadings = lexicon.words("report-headings");
  }

  @Override
  public List<Annotation.Section> extract(Reading reading) {
    SectionReading sections = new SectionReading(reading, publishers, leadIns, reportHeadings);
    sections.readPost();
    sections.readComments();
    return sections.records();
  }
}
