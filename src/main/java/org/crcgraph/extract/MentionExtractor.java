package org.crcgraph.extract;

import java.util.List;
import org.crcgraph.model.Annotation;

/** Every linked name is a mention. */
final class MentionExtractor implements RecordExtractor {
  @Override
  public List<Annotation.Mention> extract(Reading reading) {
    return reading.names().stream()
        .map(
            name ->
                new Annotation.Mention(
                    reading.evidence(name.range(), "mention.name"), name.entity()))
        .toList();
  }
}
