package org.crcgraph.extract;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.crcgraph.lexicon.Lexicon;

/** Every record type with its extractor, in the order in which they run. */
enum RecordType {
  DOCUMENT(lexicon -> new DocumentHeadExtractor()),
  COMMENT(lexicon -> new CommentExtractor()),
  MENTION(lexicon -> new MentionExtractor()),
  POST(PostExtractor::new),
  SECTION(SectionExtractor::new),
  OWNERSHIP(OwnershipExtractor::new),
  INSPECTION(InspectionExtractor::new),
  CONTRACT(ContractExtractor::new),
  SUPPLY(SupplyExtractor::new),
  FIGURE(FigureExtractor::new),
  STATEMENT(StatementExtractor::new);

  private final Function<Lexicon, RecordExtractor> maker;

  RecordType(Function<Lexicon, RecordExtractor> maker) {
    this.maker = maker;
  }

  static List<RecordExtractor> extractors(Lexicon lexicon) {
    return Arrays.stream(values()).map(type -> type.maker.apply(lexicon)).toList();
  }
}
