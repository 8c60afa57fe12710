package org.crcgraph;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.extract.Dictionary;
import org.crcgraph.extract.Extraction;
import org.crcgraph.extract.Name;
import org.crcgraph.extract.NameFinder;
import org.crcgraph.extract.Vocabulary;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Resolution;
import org.crcgraph.resolve.Resolver;

/** Hands each stage's output to the next: names are found, resolved, and read by the extractors. */
public final class Pipeline {
  private final NameFinder names;
  private final Resolver resolver;
  private final Extraction extraction;

  /** Each thread keeps what it knows of words, and no thread waits for another. */
  private final ThreadLocal<Dictionary> dictionaries = ThreadLocal.withInitial(Dictionary::new);

  /** Prepares the stages with a lexicon; the pipeline can then be used by several threads. */
  public Pipeline(Lexicon lexicon) {
    names = new NameFinder(lexicon);
    resolver = new Resolver(lexicon);
    extraction = new Extraction(lexicon);
  }

  /** Everything that the program takes from a document. */
  public Annotated annotate(Document document) {
    List<Name> linked = new ArrayList<>();
    List<Resolution> unresolved = new ArrayList<>();
    Vocabulary vocabulary = new Vocabulary(document, dictionaries.get());
    for (Resolution resolution : resolver.resolve(document, names.find(document, vocabulary))) {
      if (resolution instanceof Resolution.Linked link) {
        linked.add(new Name(link.match().range(), link.entity()));
      } else {
        unresolved.add(resolution);
      }
    }
    List<Issue> failures = new ArrayList<>();
    List<Annotation> annotations = extraction.extract(document, vocabulary, linked, failures);
    return new Annotated(document, annotations, unresolved, failures);
  }
}
