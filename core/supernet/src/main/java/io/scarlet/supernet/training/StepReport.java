package io.scarlet.supernet.training;

/**
 * What one update saw.
 *
 * @param step counted from 1
 * @param epoch counted from 1
 * @param loss mean over the paths
 * @param accuracy mean over the paths, 0 to 1
 * @param learningRate of the update
 * @param paths that were trained
 */
public record StepReport(
    long step, int epoch, double loss, double accuracy, double learningRate, int paths) {}
