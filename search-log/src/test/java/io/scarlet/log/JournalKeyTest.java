package io.scarlet.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JournalKeyTest {

  @Test
  void a_key_reads_as_it_is_written_whatever_the_search_is_called() {
    JournalKey key = new JournalKey("a/0000000007/b", 12);

    assertThat(key.text()).isEqualTo("a/0000000007/b/0000000012");
    assertThat(JournalKey.parse(key.text())).hasValue(key);
  }

  @Test
  void keys_sort_as_the_facts_do() {
    assertThat(new JournalKey("s", 9).text()).isLessThan(new JournalKey("s", 10).text());
  }

  @Test
  void candidates_sort_behind_their_fact_and_before_the_next_and_are_no_facts() {
    JournalKey key = new JournalKey("s", 9);

    assertThat(key.candidate(12))
        .isEqualTo("s/0000000009+000012")
        .isGreaterThan(key.candidate(2))
        .isLessThan(new JournalKey("s", 10).text());
    assertThat(key.candidate(0)).isGreaterThan(key.text());
    assertThat(JournalKey.parse(key.candidate(0))).isEmpty();
    assertThat(JournalKey.place(key.candidate(12))).isEqualTo(12);
    assertThat(JournalKey.behind(key.candidate(12))).isEqualTo(key);
    assertThatThrownBy(() -> JournalKey.behind("s")).hasMessage("no key of a journal: s");
  }

  @Test
  void what_is_no_key_is_none() {
    assertThat(JournalKey.parse("")).isEmpty();
    assertThat(JournalKey.parse("s/12")).isEmpty();
    assertThat(JournalKey.parse("s/9999999999")).isEmpty();
  }
}
