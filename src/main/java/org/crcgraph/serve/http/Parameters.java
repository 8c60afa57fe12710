package org.crcgraph.serve.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names and values of a query string or of a form, in their order.
 *
 * @param all every pair
 */
public record Parameters(List<Parameter> all) {
  private static final int MOST = 200;

  /** No parameters. */
  public static final Parameters NONE = new Parameters(List.of());

  /** One name with one value, both decoded. */
  public record Parameter(String name, String value) {}

  public Parameters {
    all = List.copyOf(all);
  }

  /** Reads {@code application/x-www-form-urlencoded} text, which must be UTF-8 when decoded. */
  public static Parameters parse(String encoded) {
    List<Parameter> found = new ArrayList<>();
    for (String pair : encoded.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      if (found.size() == MOST) {
        throw new ProblemException(
            Problem.of(400, "Too many parameters", "A request has at most " + MOST + "."));
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      found.add(new Parameter(name, equals < 0 ? "" : decode(pair.substring(equals + 1))));
    }
    return new Parameters(found);
  }

  /** The first value of this name. */
  public Optional<String> first(String name) {
    return all.stream().filter(p -> p.name().equals(name)).map(Parameter::value).findFirst();
  }

  /** Every value of this name. */
  public List<String> values(String name) {
    return all.stream().filter(p -> p.name().equals(name)).map(Parameter::value).toList();
  }

  /** The different names. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    all.forEach(p -> names.add(p.name()));
    return names;
  }

  /** These and, after them, those. */
  public Parameters and(Parameters others) {
    List<Parameter> both = new ArrayList<>(all);
    both.addAll(others.all);
    return new Parameters(both);
  }

  /** These with this value only for the name; at the end where the name is new. */
  public Parameters with(String name, String value) {
    List<Parameter> changed = new ArrayList<>(without(name).all);
    changed.add(new Parameter(name, value));
    return new Parameters(changed);
  }

  /** These without the name. */
  public Parameters without(String name) {
    return new Parameters(all.stream().filter(p -> !p.name().equals(name)).toList());
  }

  /** As the part of an address after {@code ?}. */
  public String encoded() {
    StringBuilder text = new StringBuilder();
    for (Parameter p : all) {
      text.append(text.isEmpty() ? "" : "&")
          .append(Escape.url(p.name()))
          .append('=')
          .append(Escape.url(p.value()));
    }
    return text.toString();
  }

  static String decode(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[raw.length];
    int length = 0;
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '+') {
        out[length++] = ' ';
      } else if (raw[i] == '%') {
        int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
        int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw badEncoding();
        }
        out[length++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        out[length++] = raw[i];
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(out, 0, length)).toString();
    } catch (CharacterCodingException e) {
      throw badEncoding();
    }
  }

  private static ProblemException badEncoding() {
    return new ProblemException(
        Problem.of(400, "Bad percent-encoding", "Parameters are percent-encoded UTF-8."));
  }
}
