package io.scarlet.backend.network;

import io.scarlet.backend.cpu.CpuBackend;
import io.scarlet.backend.fixture.NetworkContract;
import io.scarlet.backend.fixture.PyTorchContract;
import io.scarlet.supernet.backend.Backend;
import org.junit.jupiter.api.AfterAll;

class PyTorchTest implements PyTorchContract, NetworkContract {

  private static final Backend BACKEND = new CpuBackend(2);

  @AfterAll
  static void close() {
    BACKEND.close();
  }

  @Override
  public Backend backend() {
    return BACKEND;
  }
}
