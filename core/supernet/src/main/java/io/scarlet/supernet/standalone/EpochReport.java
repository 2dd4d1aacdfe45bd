package io.scarlet.supernet.standalone;

/**
 * What an epoch saw.
 *
 * @param step updates so far
 * @param epoch counted from 1
 * @param epochs in all
 * @param loss mean over the epoch
 * @param accuracy mean over the epoch, 0 to 1
 */
public record EpochReport(long step, int epoch, int epochs, double loss, double accuracy) {}
