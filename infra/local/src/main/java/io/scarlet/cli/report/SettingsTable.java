package io.scarlet.cli.report;

import io.scarlet.events.SearchRequested;
import io.scarlet.plot.Markup;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** All settings of a request, group by group. */
final class SettingsTable {

  private SettingsTable() {}

  static String html(SearchRequested request) {
    return "<div class=\"settings\">\n"
        + request.getSchema().getFields().stream()
            .filter(field -> field.schema().getType() == Schema.Type.RECORD)
            .map(field -> group(field.name(), (IndexedRecord) request.get(field.pos())))
            .collect(Collectors.joining())
        + "</div>\n";
  }

  private static String group(String name, IndexedRecord settings) {
    String rows =
        settings.getSchema().getFields().stream()
            .map(
                field ->
                    Markup.format(
                        "<tr><th title=\"%s\">%s</th><td>%s</td></tr>%n",
                        Markup.escaped(field.doc()),
                        Markup.escaped(field.name()),
                        Markup.escaped(shown(settings.get(field.pos())))))
            .collect(Collectors.joining());
    return Markup.format("<table><caption>%s</caption>%n%s</table>%n", Markup.escaped(name), rows);
  }

  private static String shown(Object value) {
    return switch (value) {
      case null -> "-";
      case List<?> list when list.isEmpty() -> "none";
      case List<?> list ->
          list.stream().map(SettingsTable::shown).collect(Collectors.joining("; "));
      case IndexedRecord record ->
          record.getSchema().getFields().stream()
              .map(field -> record.get(field.pos()))
              .filter(part -> part != null)
              .map(SettingsTable::shown)
              .collect(Collectors.joining(" "));
      case String text when text.isEmpty() -> "-";
      default -> value.toString();
    };
  }
}
