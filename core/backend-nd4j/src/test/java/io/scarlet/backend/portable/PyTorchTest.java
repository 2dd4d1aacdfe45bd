package io.scarlet.backend.portable;

import io.scarlet.backend.fixture.NetworkContract;
import io.scarlet.backend.fixture.PyTorchContract;
import io.scarlet.supernet.backend.Backend;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WhereNd4jRuns.class)
class PyTorchTest implements PyTorchContract, NetworkContract {

  private static final Backend BACKEND = new PortableBackend(2);

  @Override
  public Backend backend() {
    return BACKEND;
  }
}
