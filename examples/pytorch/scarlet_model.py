"""Builds a network in PyTorch from a file that `./scarlet export --format safetensors` wrote.

    from scarlet_model import load
    model = load("model.safetensors")
    logits = model(pictures)      # float32 [N, C, H, W], pixels scaled to 0 to 1

    python3 scarlet_model.py model.safetensors    prints what the model says of itself
"""

import json
import struct
import sys

import torch
from torch import nn


class SqueezeExcite(nn.Module):
    def __init__(self, channels, squeezed):
        super().__init__()
        self.squeeze = nn.Conv2d(channels, squeezed, 1)
        self.excite = nn.Conv2d(squeezed, channels, 1)

    def forward(self, x):
        pooled = x.mean((2, 3), keepdim=True)
        gate = nn.functional.hardsigmoid(self.excite(torch.relu(self.squeeze(pooled))))
        return x * gate


class Norm(nn.BatchNorm2d):
    def __init__(self, channels, activation):
        super().__init__(channels, eps=1e-5)
        self.activation = activation

    def forward(self, x):
        return activate(super().forward(x), self.activation)


def activate(x, activation):
    return {
        "none": lambda: x,
        "relu": lambda: torch.relu(x),
        "relu6": lambda: nn.functional.relu6(x),
        "hswish": lambda: nn.functional.hardswish(x),
    }[activation]()


class Activation(nn.Module):
    def __init__(self, activation):
        super().__init__()
        self.activation = activation

    def forward(self, x):
        return activate(x, self.activation)


def module(op):
    kind = op["operator"]
    if kind == "conv":
        return nn.Conv2d(op["in"], op["out"], op["kernel"], op["stride"], op["kernel"] // 2,
                         groups=op["groups"], bias=op["bias"])
    if kind == "norm":
        return Norm(op["channels"], op["activation"])
    if kind == "activation":
        return Activation(op["activation"])
    if kind == "squeeze_excite":
        return SqueezeExcite(op["channels"], op["squeezed"])
    if kind == "pool":
        return nn.AdaptiveAvgPool2d(1)
    if kind == "dropout":
        return nn.Identity()
    if kind == "linear":
        return nn.Sequential(nn.Flatten(), nn.Linear(op["in"], op["out"]))
    raise ValueError(f"no operator {kind!r} is known: this file is newer than this script")


class ScarletModel(nn.Module):
    """The network of a file; weights by the file's names."""

    def __init__(self, facts):
        super().__init__()
        self.facts = facts
        numbers = lambda name: torch.tensor([float(v) for v in facts[name].split()]).view(1, -1, 1, 1)
        self.register_buffer("mean", numbers("mean"), persistent=False)
        self.register_buffer("deviation", numbers("deviation"), persistent=False)
        self.segments = json.loads(facts["network"])
        self.operators = nn.ModuleDict(
            {op["name"].replace(".", "_"): module(op) for s in self.segments for op in s["operators"]})

    def forward(self, pictures):
        x = (pictures - self.mean) / self.deviation
        for segment in self.segments:
            y = x
            for op in segment["operators"]:
                y = self.operators[op["name"].replace(".", "_")](y)
            x = x + y if segment["shortcut"] else y
        return x

    def load(self, tensors):
        for segment in self.segments:
            for op in segment["operators"]:
                target = self.operators[op["name"].replace(".", "_")]
                target = target[1] if op["operator"] == "linear" else target
                prefix = op["name"] + "."
                own = {k[len(prefix):]: v for k, v in tensors.items() if k.startswith(prefix)}
                if own:
                    missing = target.load_state_dict(own, strict=False).missing_keys
                    if [m for m in missing if m != "num_batches_tracked"]:
                        raise ValueError(f"{op['name']} lacks {missing}")
        return self


def read(file):
    """Tensors and facts of a safetensors file."""
    with open(file, "rb") as f:
        data = f.read()
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + size])
    facts = header.pop("__metadata__", {})
    body = bytearray(data[8 + size:])
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        values = torch.frombuffer(body, dtype=torch.float32, offset=begin, count=(end - begin) // 4)
        tensors[name] = values.view(entry["shape"]).clone()
    return tensors, facts


def load(file):
    """The model of a file, ready to answer."""
    tensors, facts = read(file)
    return ScarletModel(facts).load(tensors).eval()


if __name__ == "__main__":
    model = load(sys.argv[1])
    facts = model.facts
    print(f"network {facts['code']}, {sum(p.numel() for p in model.parameters()):,} parameters, "
          f"{facts['test.split']} accuracy {100 * float(facts['test.accuracy']):.2f} % "
          f"of {facts['test.pictures']} pictures of {facts['data']}")
