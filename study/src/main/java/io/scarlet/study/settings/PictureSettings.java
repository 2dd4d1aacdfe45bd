package io.scarlet.study.settings;

/**
 * The pictures of a study.
 *
 * @param set name or folder
 * @param validationPictures train pictures to hold out for scoring where the data has no validation
 *     split of its own; 0 for a tenth
 * @param sha256 of the files, empty for any
 */
public record PictureSettings(String set, int validationPictures, String sha256) {}
