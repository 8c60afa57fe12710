package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.crcgraph.model.Annotation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the relation extractors finds a record in its own example. */
final class RuleExamplesTest {
  private static final List<RecordExtractor> EXTRACTORS =
      List.of(
          new OwnershipExtractor(Invented.lexicon()),
          new SupplyExtractor(Invented.lexicon()),
          new InspectionExtractor(Invented.lexicon()),
          new ContractExtractor(Invented.lexicon()),
          new FigureExtractor(Invented.lexicon()));

  static Stream<Arguments> rules() {
    return Stream.of(
            Arrays.stream(OwnershipRule.values())
                .map(rule -> Arguments.of(rule.id(), rule.example())),
            Arrays.stream(SupplyRule.values()).map(rule -> Arguments.of(rule.id(), rule.example())),
            Arrays.stream(InspectionRule.values())
                .map(rule -> Arguments.of(rule.id(), rule.example())),
            Arrays.stream(ContractRule.values())
                .map(rule -> Arguments.of(rule.id(), rule.example())),
            Arrays.stream(FigureExtractor.Rule.values())
                .map(rule -> Arguments.of(rule.id(), rule.example())))
        .flatMap(s -> s);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rules")
  void findsItsExample(String rule, String example) {
    Reading reading = Invented.reading(example);
    List<String> found =
        EXTRACTORS.stream()
            .flatMap(extractor -> extractor.extract(reading).stream())
            .map(Annotation::evidence)
            .map(evidence -> evidence.rule())
            .toList();

    assertThat(found).contains(rule);
  }
}
