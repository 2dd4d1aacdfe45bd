"""Writes what PyTorch computes for networks whose weights and pictures are formulas.

Run with a Python that has PyTorch and NumPy:

    python3 core/backend-testing/src/main/python/make_formula_fixtures.py

Java computes the same weights and pictures from the same names (see Formula.java), so that only
results are stored: the logits of SCARLET-A, and the losses of a training of 100 steps.
"""

import math

import numpy as np
import torch
from torch.nn import functional as F

from make_fixtures import Convolution, Depthwise, Norm, Pool, Segment, bottleneck, named, write


def bits(name, size):
    """The finalizer of MurmurHash3 over the FNV-1a hash of a name plus multiples of 2^32 / phi."""
    start = 0x811C9DC5
    for character in name.encode("ascii"):
        start = (start ^ character) * 0x01000193 & 0xFFFFFFFF
    h = np.uint32(start) + np.arange(size, dtype=np.uint32) * np.uint32(0x9E3779B9)
    h ^= h >> np.uint32(16)
    h *= np.uint32(0x85EBCA6B)
    h ^= h >> np.uint32(13)
    h *= np.uint32(0xC2B2AE35)
    return h ^ (h >> np.uint32(16))


def units(name, size):
    """Exact doubles in [-1, 1)."""
    return bits(name, size).astype(np.float64) / 2.0**31 - 1


def values(name, size):
    """The value of a parameter by its name, float32."""
    if name.endswith(".scale"):
        made = 1 + 0.3 * units(name, size)
    elif name.endswith((".shift", ".bias")):
        made = 0.5 * units(name, size)
    else:
        made = math.sqrt(3) / math.sqrt(math.sqrt(size)) * units(name, size)
    return made.astype(np.float32).astype(np.float64)


def set_by_formula(parameters):
    for key, parameter in parameters.items():
        made = values(key, parameter.numel())
        if parameter.dim() == 4:
            filters, channels, height, width = parameter.shape
            made = made.reshape(height, width, channels, filters).transpose(3, 2, 0, 1)
        parameter.data = torch.tensor(np.ascontiguousarray(made))


def pictures(name, n, height, width, channels):
    raw = bits(name, n * height * width * channels) & np.uint32(255)
    x = (torch.tensor(raw.astype(np.float64)) / 255 - 0.5) / 0.25
    return x.reshape(n, height, width, channels).permute(0, 3, 1, 2).contiguous()


class Path(torch.nn.Module):
    """A stem, one block a layer, a tail, with the names of a supernet of one choice a layer."""

    def __init__(self, stem, blocks, tail):
        super().__init__()
        self.segments = torch.nn.ModuleList([stem, *blocks, tail])
        names = ["stem"]
        names += [f"layers.{i + 1}.choices.0" for i in range(len(blocks))] + ["tail"]
        self.by_name, self.norms = {}, []
        for name, segment in zip(names, self.segments):
            parameters, norms = named(name, segment)
            self.by_name.update(parameters)
            self.norms += norms.values()
        set_by_formula(self.by_name)

    def forward(self, x):
        for segment in self.segments:
            x = segment(x)
        return x.flatten(1)


# SCARLET-A (arXiv 1908.06022) as its preset has it: channels, stride of the first,
# then expansion, kernel, squeeze and excite of each layer.
SCARLET_A = [
    (32, 2, [(3, 7, False), (6, 5, False)]),
    (40, 2, [(3, 5, False), (3, 7, True), (6, 3, True), (3, 5, True)]),
    (80, 2, [(6, 3, True), (3, 3, False), (3, 7, True), (3, 7, False)]),
    (96, 1, [(3, 5, False), (3, 7, True), (3, 3, False), (3, 7, True)]),
    (192, 2, [(6, 3, True), (6, 5, True), (3, 3, True), (6, 3, True)]),
    (320, 1, [(6, 7, True)]),
]


def blocks(channels, stages):
    made = []
    for filters, stride, layers in stages:
        for i, (expansion, kernel, squeeze) in enumerate(layers):
            step = stride if i == 0 else 1
            made.append(
                bottleneck(channels, filters, expansion, kernel, step, F.hardswish, squeeze)
            )
            channels = filters
    return made


def scarlet_a():
    stem = Segment(
        [
            Convolution(3, 32, 3, 2),
            Norm(32, F.relu6),
            Depthwise(32, 3),
            Norm(32, F.relu6),
            Convolution(32, 16),
            Norm(16),
        ]
    )
    tail = Segment(
        [Convolution(320, 1280), Norm(1280, F.relu6), Pool(), Convolution(1280, 1000, bias=True)]
    )
    net = Path(stem, blocks(16, SCARLET_A), tail)
    x = pictures("scarlet-a pictures", 2, 224, 224, 3)
    for norm in net.norms:
        norm.reset_running_stats()
        norm.momentum = None
    with torch.no_grad():
        measured = net(x)
        net.eval()
        logits = net(x)
    print("SCARLET-A:", sum(p.numel() for p in net.by_name.values()), "weights, logits deviate by",
          logits.std().item())
    write("scarlet-a", {"measured": measured.numpy(), "logits": logits.numpy()})


def curve():
    steps, warmup, peak, momentum, decay, smoothing = 100, 2, 0.05, 0.9, 4e-4, 0.1
    net = Path(
        Segment([Convolution(3, 8, 3, 2), Norm(8, F.hardswish)]),
        blocks(8, [(12, 2, [(3, 5, True), (2, 3, False)]), (16, 2, [(3, 7, False)])]),
        Segment([Convolution(16, 24), Norm(24, F.hardswish), Pool(), Convolution(24, 4, bias=True)]),
    )
    n = 32
    x = pictures("curve pictures", n, 16, 16, 3)
    labels = torch.tensor((bits("curve labels", n) & np.uint32(3)).astype(np.int64))
    weights = [p for p in net.by_name.values() if p.dim() == 4]
    others = [p for p in net.by_name.values() if p.dim() != 4]
    optimizer = torch.optim.SGD(
        [{"params": weights, "weight_decay": decay}, {"params": others, "weight_decay": 0}],
        lr=peak,
        momentum=momentum,
    )
    losses = []
    for step in range(steps):
        way = (step - warmup) / (steps - warmup)
        rate = (
            peak * (step + 1) / warmup
            if step < warmup
            else peak * (1 + math.cos(math.pi * way)) / 2
        )
        for group in optimizer.param_groups:
            group["lr"] = rate
        optimizer.zero_grad()
        loss = F.cross_entropy(net(x), labels, label_smoothing=smoothing)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    print("losses:", losses[0], losses[9], losses[49], losses[-1])
    write("curve", {"losses": np.array(losses)})


if __name__ == "__main__":
    with np.errstate(over="ignore"):
        scarlet_a()
        curve()
