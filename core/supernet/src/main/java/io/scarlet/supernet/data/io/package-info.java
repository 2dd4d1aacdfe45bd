/**
 * Readers of picture files: IDX (Fashion-MNIST), CIFAR-10 binary, folders of JPEG and PNG files.
 *
 * <p>Belongs here: formats, and finding out which one a folder holds. Does not belong here: what is
 * done to pictures afterwards.
 */
package io.scarlet.supernet.data.io;
