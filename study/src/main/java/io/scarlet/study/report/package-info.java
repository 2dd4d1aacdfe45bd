/**
 * The pages that show a study to a person.
 *
 * <p>Belongs here: what they say and which plots they have. Does not belong here: markup ({@code
 * io.scarlet.plot}) and files.
 */
package io.scarlet.study.report;
