package io.scarlet.evolution.counterexample;

import org.apache.kafka.common.TopicPartition;

/** Breaks the rule that the core is plain Java. */
public record SpeaksKafka(TopicPartition partition) {}
