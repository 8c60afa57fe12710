package org.crcgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Work on several things at once. */
final class InOrderTest {
  private final List<Integer> things = IntStream.range(0, 60).boxed().toList();

  @Test
  void resultsComeInTheOrderOfTheThings() throws Exception {
    List<Integer> results = new ArrayList<>();

    InOrder.run(
        things,
        4,
        thing -> {
          sleep(thing % 4 == 0 ? 4 : 0);
          return thing;
        },
        results::add);

    assertThat(results).isEqualTo(things);
  }

  @Test
  void onlyAFewThingsAreBegunBeforeTheFirstIsHandedOver() throws Exception {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    InOrder.run(
        things,
        2,
        thing -> {
          most.accumulateAndGet(open.incrementAndGet(), Math::max);
          return thing;
        },
        thing -> {
          sleep(1);
          open.decrementAndGet();
        });

    assertThat(most.get()).isLessThanOrEqualTo(6);
  }

  @Test
  void aFailureIsThatOfTheWork() {
    assertThatThrownBy(
            () ->
                InOrder.run(
                    things,
                    3,
                    thing -> {
                      throw new IllegalStateException("thing " + thing);
                    },
                    thing -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("thing 0");
  }

  private static void sleep(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
