/**
 * What a study is told to do.
 *
 * <p>Belongs here: typed settings and why they are refused. Does not belong here: how they are
 * written down, which {@code io.scarlet.study.io} knows.
 */
package io.scarlet.study.settings;
