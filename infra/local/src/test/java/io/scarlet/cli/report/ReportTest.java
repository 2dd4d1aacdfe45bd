package io.scarlet.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.scarlet.cli.Histories;
import io.scarlet.cli.result.SearchHistory;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportTest {

  private final SearchHistory history = Histories.generations(5);
  private final String page = Report.html(history);

  @Test
  void the_page_is_well_formed() throws Exception {
    Document parsed = parsed(page);

    assertThat(parsed.getElementsByTagName("svg").getLength()).isEqualTo(6);
    assertThat(parsed.getElementsByTagName("h2").getLength()).isEqualTo(6);
  }

  @Test
  void the_page_asks_nobody_for_anything() {
    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContain("http://", "https://", "<script", "<link", "src=", "@import", "url(");
  }

  @Test
  void every_scored_candidate_is_a_dot_that_tells_what_it_is() {
    long scored = history.evaluated().stream().filter(m -> m.getAccuracy() != null).count();

    assertThat(page.split("class=\"candidate\"", -1)).hasSize((int) scored + 1);
    assertThat(page).contains("<title>0120313: 70.00 %, 900k multiply-adds, 20k parameters");
  }

  @Test
  void a_search_of_a_table_has_no_training_curve() throws Exception {
    SearchHistory table =
        new SearchHistory(history.request(), List.of(), history.generations(), List.of());

    assertThat(parsed(Report.html(table)).getElementsByTagName("svg").getLength()).isEqualTo(4);
  }

  @Test
  void a_search_of_one_generation_still_has_its_page() throws Exception {
    assertThat(parsed(Report.html(Histories.generations(1)))).isNotNull();
  }

  @Test
  void names_cannot_break_the_page() throws Exception {
    SearchHistory hostile = Histories.generations(2);
    hostile.request().setSpace(hostile.request().getSpace().replace("name: f", "name: <b>&f"));

    assertThat(parsed(Report.html(hostile)).getElementsByTagName("b").getLength()).isEqualTo(1);
  }

  private static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page.replace("<!doctype html>", ""))));
  }
}
