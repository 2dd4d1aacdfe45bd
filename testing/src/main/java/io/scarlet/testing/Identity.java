package io.scarlet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A key of a server on loopback with a certificate that it signed itself, made for one run.
 *
 * @param keyStore PKCS12
 * @param certificate PEM, for those who shall trust it
 */
record Identity(Path keyStore, Path certificate) {

  /** Protects nothing: the key is as short-lived as the folder. */
  static final String PASSWORD = "changeit";

  /** Makes one; takes about two seconds. */
  static Identity in(Path folder) {
    Identity made = new Identity(folder.resolve("server.p12"), folder.resolve("server.pem"));
    keytool(
        made,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=ip:127.0.0.1,dns:localhost",
        "-validity",
        "2");
    keytool(made, "-exportcert", "-rfc", "-file", made.certificate().toString());
    return made;
  }

  private static void keytool(Identity identity, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of(
            "-alias",
            "server",
            "-storetype",
            "PKCS12",
            "-keystore",
            identity.keyStore().toString(),
            "-storepass",
            PASSWORD));
    try {
      Process keytool =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("keytool failed: " + command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("keytool did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while keytool ran", e);
    }
  }
}
