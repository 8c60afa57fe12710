package org.crcgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Issue;
import org.crcgraph.read.DocumentFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No order of words, however odd, makes a rule fail. */
final class ScrambledTextTest {
  private static final int TEXTS = 150;
  private static final List<String> MARKS =
      List.of(
          " and ",
          ", ",
          "\u201c",
          "\u201d ",
          "\"",
          " said ",
          " (",
          ") ",
          ": ",
          " the ",
          "\n",
          " - ",
          "\u2019s ");

  @TempDir private Path folder;

  @Test
  void noRuleFailsOverScrambledText() throws Exception {
    List<Issue> issues = new ArrayList<>();
    Pipeline pipeline = new Pipeline(Lexicon.load(Path.of("data"), List.of(), issues));
    List<String> sentences = sentences();
    Random random = new Random(20150201);
    for (int i = 0; i < TEXTS; i++) {
      Path file = folder.resolve("scrambled-" + i + ".txt");
      Files.writeString(file, scrambled(sentences, random));
      Annotated annotated = pipeline.annotate(DocumentFormat.read(file, issues));
      assertThat(annotated.failures()).as("%s", annotated.document().text()).isEmpty();
    }
  }

  private static String scrambled(List<String> sentences, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      String sentence = sentences.get(random.nextInt(sentences.size()));
      List<String> words = new ArrayList<>(Arrays.asList(sentence.split(" ")));
      int from = random.nextInt(words.size());
      int to = from + random.nextInt(words.size() - from) + 1;
      if (random.nextInt(4) == 0) {
        Collections.shuffle(words, random);
      }
      text.append(String.join(" ", words.subList(from, to)));
      text.append(random.nextInt(3) == 0 ? ". " : MARKS.get(random.nextInt(MARKS.size())));
    }
    return text.toString();
  }

  /** The sentences of our own documents and fixtures. */
  private static List<String> sentences() throws IOException {
    List<String> sentences = new ArrayList<>();
    for (String folder :
        List.of("data/documents", "src/test/resources/sections", "src/test/resources/heads")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          sentences.addAll(
              Arrays.stream(Files.readString(file).split("(?<=[.:!?])\\s+"))
                  .filter(sentence -> !sentence.isBlank())
                  .toList());
        }
      }
    }
    assertThat(sentences).hasSizeGreaterThan(100);
    return sentences;
  }
}
