package org.crcgraph.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.crcgraph.model.Issue;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.Place;

/**
 * One line of a JSON Lines file: an object whose members are asked for one by one. Each fault is
 * noted with its place, and what is left unasked is a fault too. A faulty member gives a stand-in,
 * so that the rest of the line is checked as well; {@link #faults} says that nothing of it counts.
 */
final class JsonLine {
  private static final JsonFactory JSON = new JsonFactory(new ObjectMapper());

  /** A member with the place of its value. */
  private record Member(JsonNode value, Place place) {}

  private final Place place;
  private final Map<String, Member> unread = new LinkedHashMap<>();
  private final List<Issue> faults = new ArrayList<>();

  private JsonLine(Place place) {
    this.place = place;
  }

  /** Reads the text of a line. */
  static JsonLine parse(Place place, String text) {
    JsonLine line = new JsonLine(place);
    try (JsonParser parser = JSON.createParser(text)) {
      line.read(parser, text);
    } catch (JsonProcessingException e) {
      line.fault(
          line.at(text, e.getLocation().getCharOffset()),
          "not JSON (" + e.getOriginalMessage() + ")",
          "write one JSON object a line");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line;
  }

  private void read(JsonParser parser, String text) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      fault(place, "no JSON object", "write one JSON object a line");
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      Place nameAt = at(text, parser.currentTokenLocation().getCharOffset());
      parser.nextToken();
      Place valueAt = at(text, parser.currentTokenLocation().getCharOffset());
      JsonNode value = parser.readValueAsTree();
      if (unread.put(name, new Member(value, valueAt)) != null) {
        fault(nameAt, "\"" + name + "\" twice", "remove one");
      }
    }
    if (parser.nextToken() != null) {
      fault(
          at(text, parser.currentTokenLocation().getCharOffset()),
          "more behind the object",
          "write one JSON object a line");
    }
  }

  private Place at(String text, long offset) {
    int end = (int) Math.max(0, Math.min(offset, text.length()));
    return new Place(place.file(), place.line(), text.codePointCount(0, end) + 1);
  }

  Place place() {
    return place;
  }

  /** What is wrong with the line, in the order in which it was found. */
  List<Issue> faults() {
    return List.copyOf(faults);
  }

  void fault(Place at, String what, String remedy) {
    faults.add(Issue.error(at, what, remedy));
  }

  /** Where a member's value stands; the line where there is no such member left to read. */
  Place placeOf(String name) {
    Member member = unread.get(name);
    return member == null ? place : member.place();
  }

  boolean has(String name) {
    return unread.containsKey(name);
  }

  /** The text of a member that must be there. */
  String text(String name) {
    return required(name, () -> optionalText(name), "");
  }

  /** The text of a member that may be null or missing. */
  Optional<String> optionalText(String name) {
    return take(name, JsonNode::isTextual, "a text").map(JsonNode::textValue);
  }

  /** A whole number, from 0. */
  int count(String name) {
    return required(name, () -> optionalCount(name), 0);
  }

  /** A whole number, from 0, that may be null or missing. */
  Optional<Integer> optionalCount(String name) {
    return take(
            name,
            n -> n.canConvertToExactIntegral() && n.canConvertToInt() && n.intValue() >= 0,
            "a whole number")
        .map(JsonNode::intValue);
  }

  /** A number that may be null or missing. */
  Optional<BigDecimal> optionalNumber(String name) {
    return take(name, JsonNode::isNumber, "a number").map(JsonNode::decimalValue);
  }

  /** A date that may be null or missing. */
  Optional<PartialDate> optionalDate(String name) {
    Place at = placeOf(name);
    Optional<String> text = optionalText(name);
    Optional<PartialDate> date = text.flatMap(PartialDate::parse);
    if (text.isPresent() && date.isEmpty()) {
      fault(at, "\"" + text.get() + "\" is no date", "write 2019, 2019-12 or 2019-12-06");
    }
    return date;
  }

  /** One of the words of an enumeration. */
  <E> E word(String name, E[] values, Function<E, String> label) {
    return required(name, () -> optionalWord(name, values, label), values[0]);
  }

  /** One of the words of an enumeration, or null or missing. */
  <E> Optional<E> optionalWord(String name, E[] values, Function<E, String> label) {
    Place at = placeOf(name);
    Optional<String> text = optionalText(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    for (E value : values) {
      words.add(label.apply(value));
      if (label.apply(value).equals(text.get())) {
        return Optional.of(value);
      }
    }
    fault(at, "unknown " + name + " \"" + text.get() + "\"", "write one of " + words);
    return Optional.empty();
  }

  /** A list of texts; none where the member is null or missing. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    take(name, JsonNode::isArray, "a list")
        .ifPresent(
            list ->
                list.forEach(
                    item -> {
                      if (item.isTextual()) {
                        texts.add(item.textValue());
                      } else {
                        fault(place, "\"" + name + "\" holds " + item, "write a list of texts");
                      }
                    }));
    return texts;
  }

  /** An object within the line, its members at the place of the object. */
  Optional<JsonLine> object(String name) {
    Place at = placeOf(name);
    return take(name, JsonNode::isObject, "an object")
        .map(
            node -> {
              JsonLine inner = new JsonLine(at);
              node.properties()
                  .forEach(e -> inner.unread.put(e.getKey(), new Member(e.getValue(), at)));
              return inner;
            });
  }

  /** Whether a member is this text. */
  boolean says(String name, String text) {
    Member member = unread.get(name);
    return member != null && member.value().isTextual() && member.value().textValue().equals(text);
  }

  boolean isObject(String name) {
    Member member = unread.get(name);
    return member != null && member.value().isObject();
  }

  /** The names of the members that nobody has asked for. */
  List<String> unreadNames() {
    return List.copyOf(unread.keySet());
  }

  /** Passes over members that only help the eye. */
  void ignore(String... names) {
    for (String name : names) {
      unread.remove(name);
    }
  }

  /** Notes every member that was not asked for, and takes over the faults of an object within. */
  void finish() {
    unread.forEach(
        (name, member) -> fault(member.place(), "unknown field \"" + name + "\"", "remove it"));
    unread.clear();
  }

  /** Ends an object within this line. */
  void finish(JsonLine inner) {
    inner.finish();
    faults.addAll(inner.faults);
  }

  private Optional<JsonNode> take(String name, Predicate<JsonNode> fits, String what) {
    Member member = unread.remove(name);
    if (member == null || member.value().isNull()) {
      return Optional.empty();
    }
    if (!fits.test(member.value())) {
      fault(member.place(), "\"" + name + "\" is " + brief(member.value()), "write " + what);
      return Optional.empty();
    }
    return Optional.of(member.value());
  }

  private <T> T required(String name, Supplier<Optional<T>> read, T standIn) {
    int before = faults.size();
    Optional<T> value = read.get();
    if (value.isEmpty() && faults.size() == before) {
      fault(place, "\"" + name + "\" is missing", "write it: data/claims/README.md says how");
    }
    return value.orElse(standIn);
  }

  private static String brief(JsonNode node) {
    String text = node.toString();
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
