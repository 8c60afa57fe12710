package org.crcgraph.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.crcgraph.publish.OwnershipReport.Otherwise;
import org.crcgraph.publish.OwnershipReport.Row;
import org.crcgraph.publish.OwnershipReport.Source;
import org.crcgraph.publish.OwnershipReport.Thing;

/** JSON, each row with its sources and who says otherwise. */
final class JsonReport implements ReportWriter {
  @Override
  public void write(OwnershipReport report, OutputStream out) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setPrettyPrinter(new DefaultPrettyPrinter());
    json.writeStartObject();
    json.writeStringField("report", OwnershipReport.NAME);
    json.writeStringField("on", report.on());
    json.writeArrayFieldStart("rows");
    for (Row row : report.rows()) {
      json.writeStartObject();
      thing(json, "crc", row.crc());
      json.writeStringField("area", row.area());
      thing(json, "owner", row.owner());
      json.writeStringField("role", row.role());
      thing(json, "ultimateOwner", row.ultimateOwner());
      json.writeStringField("from", row.from());
      json.writeStringField("to", row.to());
      json.writeStringField("ultimateFrom", row.ultimateFrom());
      json.writeStringField("ultimateTo", row.ultimateTo());
      json.writeNumberField("agreeing", row.agreeing());
      json.writeNumberField("disagreeing", row.disagreeing());
      sources(json, row.sources());
      json.writeArrayFieldStart("otherwise");
      for (Otherwise otherwise : row.otherwise()) {
        json.writeStartObject();
        json.writeStringField("property", otherwise.property());
        json.writeStringField("value", otherwise.value());
        json.writeStringField("saidOn", otherwise.saidOn());
        sources(json, otherwise.sources());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  private static void thing(JsonGenerator json, String field, Thing thing) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("id", thing.id());
    json.writeStringField("iri", thing.iri());
    json.writeStringField("label", thing.label());
    json.writeEndObject();
  }

  private static void sources(JsonGenerator json, List<Source> sources) throws IOException {
    json.writeArrayFieldStart("sources");
    for (Source source : sources) {
      json.writeStartObject();
      json.writeStringField("iri", source.iri());
      json.writeStringField("url", source.url());
      json.writeStringField("title", source.title());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
