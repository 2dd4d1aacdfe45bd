"""Writes what PyTorch computes for a block, for one step of a small supernet, and for RMSProp.

Run with a Python that has PyTorch and NumPy:

    python3 core/backend-testing/src/main/python/make_fixtures.py

Everything is computed in double precision from float32 values, so that what differs from the
fixtures is rounding on the other side. Weights are stored as the Java layers lay them out,
[k, k, C, O] and [k, k, C], features as [N, H, W, C].
"""

import json
import pathlib
import struct

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

RESOURCES = pathlib.Path(__file__).resolve().parents[1] / "resources/io/scarlet/backend/fixture"
RNG = np.random.default_rng(20240817)


def draw(*shape, deviation=1.0, mean=0.0):
    values = RNG.normal(mean, deviation, shape).astype(np.float32)
    return torch.tensor(values, dtype=torch.float64)


class Convolution(nn.Module):
    """A dense convolution; with a bias, the linear layers of squeeze and excite and the head."""

    def __init__(self, channels, filters, kernel=1, stride=1, bias=False):
        super().__init__()
        self.weight = nn.Parameter(
            draw(filters, channels, kernel, kernel, deviation=(2 / (kernel**2 * channels)) ** 0.5)
        )
        if bias:
            self.bias = nn.Parameter(draw(filters, deviation=0.3))
        self.stride = stride

    def forward(self, x):
        padding = self.weight.shape[-1] // 2
        return F.conv2d(x, self.weight, getattr(self, "bias", None), self.stride, padding)


class Depthwise(nn.Module):
    def __init__(self, channels, kernel, stride=1):
        super().__init__()
        self.weight = nn.Parameter(draw(channels, 1, kernel, kernel, deviation=1 / kernel))
        self.stride = stride

    def forward(self, x):
        padding = self.weight.shape[-1] // 2
        return F.conv2d(x, self.weight, None, self.stride, padding, groups=x.shape[1])


class Norm(nn.Module):
    def __init__(self, channels, activation=None):
        super().__init__()
        self.norm = nn.BatchNorm2d(channels, dtype=torch.float64)
        self.norm.weight.data = draw(channels, deviation=0.3, mean=1)
        self.norm.bias.data = draw(channels, deviation=0.5)
        self.norm.running_mean = draw(channels)
        self.norm.running_var = draw(channels).abs() + 0.5
        self.activation = activation

    def forward(self, x):
        y = self.norm(x)
        return self.activation(y) if self.activation else y


class SqueezeExcite(nn.Module):
    def __init__(self, channels, squeezed):
        super().__init__()
        self.squeeze = Convolution(channels, squeezed, bias=True)
        self.excite = Convolution(squeezed, channels, bias=True)

    def forward(self, x):
        pooled = x.mean((2, 3), keepdim=True)
        return x * F.hardsigmoid(self.excite(F.relu(self.squeeze(pooled))))


class Pool(nn.Module):
    def forward(self, x):
        return x.mean((2, 3), keepdim=True)


class Segment(nn.Module):
    def __init__(self, layers, shortcut=False):
        super().__init__()
        self.layers = nn.ModuleList(layers)
        self.shortcut = shortcut

    def forward(self, x):
        y = x
        for layer in self.layers:
            y = layer(y)
        return x + y if self.shortcut else y


def bottleneck(channels, filters, expansion, kernel, stride, activation, squeeze):
    hidden = channels * expansion
    layers = [Convolution(channels, hidden), Norm(hidden, activation)]
    layers += [Depthwise(hidden, kernel, stride), Norm(hidden, activation)]
    if squeeze:
        layers.append(SqueezeExcite(hidden, hidden // 4))
    layers += [Convolution(hidden, filters), Norm(filters)]
    return Segment(layers, stride == 1 and channels == filters)


def named(name, segment, skip=False):
    """Parameters and batch norms by the names that the Java side gives them."""
    parameters, norms = {}, {}
    for i, layer in enumerate(segment.layers):
        at = name if skip else f"{name}.{i}"
        if isinstance(layer, Norm):
            parameters[at + ".scale"] = layer.norm.weight
            parameters[at + ".shift"] = layer.norm.bias
            norms[at] = layer.norm
        else:
            for key, parameter in layer.named_parameters():
                parameters[f"{at}.{key}"] = parameter
    return parameters, norms


def laid_out(tensor):
    """[O, C, k, k] as [k, k, C, O]; depthwise [C, 1, k, k] as [k, k, C] falls out of it."""
    values = tensor.detach().numpy()
    if values.ndim == 4:
        values = values.transpose(2, 3, 1, 0)
    return values


def features(tensor):
    values = tensor.detach().numpy()
    return values.transpose(0, 2, 3, 1) if values.ndim == 4 else values


def write(name, tensors):
    """The safetensors format."""
    header, data = {}, b""
    for key, values in tensors.items():
        raw = np.ascontiguousarray(values, dtype="<f4").tobytes()
        header[key] = {
            "dtype": "F32",
            "shape": list(np.shape(values)),
            "data_offsets": [len(data), len(data) + len(raw)],
        }
        data += raw
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    RESOURCES.mkdir(parents=True, exist_ok=True)
    path = RESOURCES / f"{name}.safetensors"
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)
    print(path.name, path.stat().st_size, "bytes")


def block():
    segment = bottleneck(6, 6, 3, 5, 1, F.hardswish, squeeze=True)
    parameters, _ = named("block", segment)
    x = draw(4, 6, 7, 5).requires_grad_()
    dy = draw(4, 6, 7, 5)
    y = segment(x)
    y.backward(dy)
    out = {"x": features(x), "dy": features(dy), "y": features(y), "dx": features(x.grad)}
    for key, parameter in parameters.items():
        out[key] = laid_out(parameter)
        out["gradient." + key] = laid_out(parameter.grad).copy()
    write("block", out)


class Net(nn.Module):
    """The space of the test, choice by choice."""

    def __init__(self):
        super().__init__()
        self.stem = Segment([Convolution(2, 5, 3), Norm(5, F.relu6)])
        self.blocks = nn.ModuleList(
            [
                nn.ModuleList(
                    [
                        bottleneck(5, 8, 3, 3, 2, F.relu6, squeeze=False),
                        bottleneck(5, 8, 2, 5, 2, F.relu6, squeeze=True),
                    ]
                ),
                nn.ModuleList(
                    [
                        bottleneck(8, 8, 3, 3, 1, F.relu6, squeeze=True),
                        Segment([Convolution(8, 8)]),
                    ]
                ),
            ]
        )
        self.tail = Segment(
            [Convolution(8, 12), Norm(12, F.relu6), Pool(), Convolution(12, 4, bias=True)]
        )

    def forward(self, x, path):
        y = self.stem(x)
        for block, choice in zip(self.blocks, path):
            y = block[choice](y)
        return self.tail(y).flatten(1)

    def named_parts(self):
        parameters, norms = named("stem", self.stem)
        for i, block in enumerate(self.blocks):
            for j, choice in enumerate(block):
                skip = i == 1 and j == 1
                p, n = named(f"layers.{i + 1}.choices.{j}", choice, skip)
                parameters.update(p)
                norms.update(n)
        p, n = named("tail", self.tail)
        parameters.update(p)
        norms.update(n)
        return parameters, norms


def remembered(prefix, parameters, velocity, norms):
    out = {}
    for key, parameter in parameters.items():
        out[f"{prefix}{key}"] = laid_out(parameter)
        out[f"{prefix}velocity.{key}"] = laid_out(velocity[key])
    for key, norm in norms.items():
        out[f"{prefix}{key}.running_mean"] = norm.running_mean.numpy()
        out[f"{prefix}{key}.running_variance"] = norm.running_var.numpy()
    return {key: np.array(values, dtype=np.float32) for key, values in out.items()}


def step():
    rate, momentum, decay, smoothing = 0.05, 0.9, 4e-3, 0.1
    pixels, count, classes = (8, 9, 2), 6, 4
    net = Net()
    parameters, norms = net.named_parts()
    velocity = {key: draw(*p.shape, deviation=0.1) for key, p in parameters.items()}
    out = remembered("before.", parameters, velocity, norms)

    def pictures(n):
        raw = RNG.integers(0, 256, (n, *pixels))
        x = (torch.tensor(raw, dtype=torch.float64) / 255 - 0.5) / 0.25
        return raw, x.permute(0, 3, 1, 2)

    raw, x = pictures(count)
    labels = RNG.integers(0, classes, count)
    out["pixels"], out["labels"] = raw, labels
    targets = torch.tensor(labels)

    paths = [(0, 1), (1, 0)]
    for path in paths:
        logits = net(x, path)
        loss = F.cross_entropy(logits, targets, label_smoothing=smoothing)
        loss.backward()
        name = "".join(map(str, path))
        out["logits." + name] = logits.detach().numpy()
        out["loss." + name] = np.array([loss.item()])
    optimizer = torch.optim.SGD(
        [
            {"params": [p for p in parameters.values() if p.dim() == 4], "weight_decay": decay},
            {"params": [p for p in parameters.values() if p.dim() != 4], "weight_decay": 0},
        ],
        lr=rate,
        momentum=momentum,
    )
    for key, parameter in parameters.items():
        optimizer.state[parameter]["momentum_buffer"] = velocity[key].clone()
        out["gradient." + key] = laid_out(parameter.grad).copy()
    optimizer.step()
    velocity = {key: optimizer.state[p]["momentum_buffer"] for key, p in parameters.items()}
    out.update(remembered("after.", parameters, velocity, norms))

    for norm in norms.values():
        norm.reset_running_stats()
        norm.momentum = None
    batches = [pictures(5) for _ in range(2)]
    held, unseen = pictures(3)
    with torch.no_grad():
        for raw, batch in batches:
            net(batch, paths[0])
        net.eval()
        out["recalibrated"] = net(unseen, paths[0]).numpy()
    out["recalibration"] = np.stack([raw for raw, _ in batches])
    out["unseen"] = held
    write("step", out)


def rms_prop():
    """Some steps, and the average of the weights. PyTorch adds epsilon behind the root: none here."""
    values, steps = 37, 5
    weights = nn.Parameter(draw(values))
    average = weights.detach().clone()
    out = {"weights": weights.detach().numpy().copy()}
    optimizer = torch.optim.RMSprop(
        [weights], lr=0.01, alpha=0.9, eps=0, momentum=0.8, weight_decay=4e-3
    )
    gradients = draw(steps, values)
    for gradient in gradients:
        weights.grad = gradient.clone()
        optimizer.step()
        average.lerp_(weights.detach(), 0.3)
    out["gradients"] = gradients.numpy()
    out["after"] = weights.detach().numpy()
    out["squares"] = optimizer.state[weights]["square_avg"].numpy()
    out["average"] = average.numpy()
    write("rmsprop", out)


if __name__ == "__main__":
    torch.manual_seed(0)
    block()
    step()
    rms_prop()
