"""PyTorch's side of the benchmarks: does on request what Scarlet does, and says how long it took.

Each request is one line of JSON on standard input; "load" is followed by the float32 values of all
weights and pictures, and the int64 labels. Each answer is one line: "ok", "ms" with milliseconds,
"loss" with losses, or "failed" with the reason. Weights come in Scarlet's order and layout, features
are kept in channels_last, and no module stands between a kernel and the next.
"""

import gc
import json
import math
import signal
import sys
import time

import torch
import torch.nn.functional as F

EPSILON = 1e-5
FOLLOW = 0.1
ACTIVATIONS = {
    "none": lambda x: x,
    "relu": torch.relu_,
    "relu6": lambda x: F.hardtanh_(x, 0.0, 6.0),
    "hswish": F.hardswish,
}


class Values:
    """The float32 values that follow a request, taken from the front."""

    def __init__(self, raw):
        self.raw = raw
        self.at = 0

    def take(self, *shape):
        count = math.prod(shape)
        start = self.at
        self.at += count * 4
        return torch.frombuffer(self.raw, dtype=torch.float32, count=count, offset=start).view(shape)

    def labels(self, count):
        return torch.frombuffer(self.raw, dtype=torch.int64, count=count, offset=self.at).clone()


class Weights:
    """What training changes: with weight decay, and without."""

    def __init__(self):
        self.decaying = []
        self.others = []

    def add(self, value, decays):
        parameter = value.detach().clone(memory_format=torch.preserve_format).requires_grad_()
        (self.decaying if decays else self.others).append(parameter)
        return parameter


def convolution(op, values, weights):
    inputs, outputs, kernel, stride = op["in"], op["out"], op["kernel"], op["stride"]
    filters = values.take(kernel, kernel, inputs, outputs).permute(3, 0, 1, 2).contiguous()
    weight = weights.add(filters.permute(0, 3, 1, 2), True)
    bias = weights.add(values.take(outputs), False) if op["bias"] else None
    padding = kernel // 2
    return lambda x, train: torch.conv2d(x, weight, bias, stride, padding)


def depthwise(op, values, weights):
    channels, kernel, stride = op["channels"], op["kernel"], op["stride"]
    filters = values.take(kernel, kernel, channels).permute(2, 0, 1).contiguous()
    weight = weights.add(filters.unsqueeze(1), True)
    padding = kernel // 2
    return lambda x, train: torch.conv2d(x, weight, None, stride, padding, 1, channels)


def batch_norm(op, values, weights, net):
    channels = op["channels"]
    scale = weights.add(values.take(channels), False)
    shift = weights.add(values.take(channels), False)
    mean, variance = torch.zeros(channels), torch.ones(channels)
    activation = ACTIVATIONS[op["activation"]]

    def run(x, train):
        y = F.batch_norm(x, mean, variance, scale, shift, train, net.follow, EPSILON)
        return activation(y)

    return run


def squeeze_excite(op, values, weights):
    channels, squeezed = op["channels"], op["squeezed"]
    down = weights.add(values.take(channels, squeezed).t().contiguous(), True)
    down_bias = weights.add(values.take(squeezed), False)
    up = weights.add(values.take(squeezed, channels).t().contiguous(), True)
    up_bias = weights.add(values.take(channels), False)

    def run(x, train):
        gate = torch.relu_(F.linear(x.mean((2, 3)), down, down_bias))
        gate = F.hardsigmoid(F.linear(gate, up, up_bias))
        return x * gate[:, :, None, None]

    return run


def linear(op, values, weights):
    weight = weights.add(values.take(op["in"], op["out"]).t().contiguous(), True)
    bias = weights.add(values.take(op["out"]), False)
    return lambda x, train: F.linear(x, weight, bias)


class Net:
    """Stem, layers of choices and tail, as the description has them."""

    def __init__(self, description, values):
        self.follow = FOLLOW
        self.weights = Weights()
        self.stem = self.chain(description["stem"], values)
        self.layers = [[self.chain(c, values) for c in layer] for layer in description["layers"]]
        self.tail = self.chain(description["tail"], values)

    def chain(self, segment, values):
        operators = [self.operator(op, values) for op in segment["operators"]]
        return operators, segment["shortcut"]

    def operator(self, op, values):
        kind = op["kind"]
        if kind == "convolution":
            return convolution(op, values, self.weights)
        if kind == "depthwise":
            return depthwise(op, values, self.weights)
        if kind == "batch-norm":
            return batch_norm(op, values, self.weights, self)
        if kind == "squeeze-excite":
            return squeeze_excite(op, values, self.weights)
        if kind == "linear":
            return linear(op, values, self.weights)
        if kind == "pool":
            return lambda x, train: x.mean((2, 3))
        if kind == "dropout":
            return lambda x, train: F.dropout(x, op["rate"], train)
        activation = ACTIVATIONS[op["activation"]]
        return lambda x, train: activation(x.clone())

    def forward(self, path, x, train):
        choices = [layer[choice] for layer, choice in zip(self.layers, path)]
        for operators, shortcut in [self.stem, *choices, self.tail]:
            y = x
            for operator in operators:
                y = operator(y, train)
            x = y.add_(x) if shortcut else y
        return x


class Work:
    """A net with the batch that it works on."""

    def __init__(self, request, raw):
        values = Values(raw)
        height, width, channels = request["input"]
        self.batch = request["batch"]
        self.smoothing = request["smoothing"]
        self.paths = request["paths"]
        self.net = Net(request, values)
        pictures = values.take(self.batch, height, width, channels).clone()
        self.pictures = pictures.permute(0, 3, 1, 2)
        self.labels = values.labels(self.batch)
        self.sgd = torch.optim.SGD(
            [
                {"params": self.net.weights.decaying, "weight_decay": request["decay"]},
                {"params": self.net.weights.others, "weight_decay": 0.0},
            ],
            lr=request["rate"],
            momentum=request["momentum"],
        )
        self.step = 0

    def loss(self, path, train):
        logits = self.net.forward(path, self.pictures, train)
        return F.cross_entropy(logits, self.labels, label_smoothing=self.smoothing)

    def train(self):
        paths = self.paths[self.step % len(self.paths)]
        self.sgd.zero_grad(set_to_none=True)
        total = 0.0
        for path in paths:
            loss = self.loss(path, True)
            loss.backward()
            total += loss.item()
        self.sgd.step()
        self.step += 1
        return total / len(paths)

    def remember(self):
        """Makes running moments those of the batch."""
        self.net.follow = 1.0
        with torch.inference_mode():
            self.loss(self.paths[0][0], True)

    def evaluate(self):
        with torch.inference_mode():
            return self.loss(self.paths[0][0], False).item()


def run(work, request):
    step = work.train if request["what"] == "train" else work.evaluate
    times, losses = [], []
    for _ in range(request["times"]):
        start = time.perf_counter()
        losses.append(step())
        times.append((time.perf_counter() - start) * 1e3)
    return times, losses


def answer(work, request, source):
    kind = request["do"]
    if kind == "load":
        raw = bytearray(source.read(request["bytes"]))
        gc.unfreeze()
        work[0] = None
        gc.collect()
        torch.set_num_threads(request["threads"])
        work[0] = Work(request, raw)
        if request["remember"]:
            work[0].remember()
        gc.freeze()
        return "ok"
    times, losses = run(work[0], request)
    figures = losses if kind == "check" else times
    return ("loss " if kind == "check" else "ms ") + " ".join(f"{x:.9g}" for x in figures)


def serve():
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the end of standard input ends this process
    work = [None]
    print("ok", torch.__version__, flush=True)
    for line in sys.stdin.buffer:
        try:
            said = answer(work, json.loads(line), sys.stdin.buffer)
        except Exception as failure:  # whatever it is, the other side must hear of it
            said = "failed " + " ".join(f"{type(failure).__name__}: {failure}".split())
        print(said, flush=True)


serve()
