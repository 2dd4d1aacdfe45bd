"""Pillow's side of the benchmarks: reads pictures as Scarlet does, and says how long it took.

Each request is one line of JSON on standard input. Each answer is one line: "ok", "ms" with
milliseconds, "pixels" with those of a picture in base64, or "failed" with the reason. A picture is
scaled until it just covers the shape and the middle is cut out, in one call that computes nothing
which is not seen; several threads share the pictures, for Pillow lets go of Python's lock.
"""

import base64
import gc
import json
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from PIL import Image

BILINEAR = getattr(Image, "Resampling", Image).BILINEAR


class Pictures:
    """Files, and what is to be made of each."""

    def __init__(self, request):
        self.files = request["files"]
        self.size = request["width"], request["height"]
        self.threads = request["threads"]
        self.pool = ThreadPoolExecutor(self.threads)

    def read(self, file):
        with Image.open(file) as picture:
            if picture.size == self.size:
                picture.load()
                return picture
            scale = max(wanted / had for wanted, had in zip(self.size, picture.size))
            box = [0.0] * 4
            for side, (wanted, had) in enumerate(zip(self.size, picture.size)):
                scaled = round(had * scale)
                skipped = (scaled - wanted) // 2
                box[side] = skipped * had / scaled
                box[side + 2] = (skipped + wanted) * had / scaled
            return picture.resize(self.size, BILINEAR, box)

    def share(self, which):
        for file in self.files[which :: self.threads]:
            self.read(file)

    def read_all(self):
        if self.threads == 1:
            self.share(0)
        else:
            list(self.pool.map(self.share, range(self.threads)))


def answer(pictures, request):
    if request["do"] == "load":
        pictures[0] = Pictures(request)
        gc.freeze()
        return "ok"
    if request["do"] == "show":
        picture = pictures[0].read(pictures[0].files[request["picture"]])
        return "pixels " + base64.b64encode(picture.tobytes()).decode()
    times = []
    for _ in range(request["times"]):
        start = time.perf_counter()
        pictures[0].read_all()
        times.append((time.perf_counter() - start) * 1e3)
    return "ms " + " ".join(f"{x:.9g}" for x in times)


def serve():
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the end of standard input ends this process
    pictures = [None]
    print("ok", flush=True)
    for line in sys.stdin.buffer:
        try:
            said = answer(pictures, json.loads(line))
        except Exception as failure:  # whatever it is, the other side must hear of it
            said = "failed " + " ".join(f"{type(failure).__name__}: {failure}".split())
        print(said, flush=True)


serve()
