"""Makes the bundled excerpt of Fashion-MNIST from the four files of the whole.

usage: python3 fashion_excerpt.py FOLDER_OF_THE_WHOLE FOLDER_OF_THE_EXCERPT

Of each class, the first 1,000 train pictures, the next 200 for validation, and the first 200 test
pictures, in their original order. The output depends on the input alone.
"""
import gzip
import struct
import sys
from pathlib import Path


def read(path, header):
    data = gzip.decompress(path.read_bytes())
    return data[header:]


def write(path, header, body):
    with open(path, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as out:
        out.write(header + body)


def pick(labels, start, count):
    seen = [0] * 10
    chosen = []
    for index, label in enumerate(labels):
        if start <= seen[label] < start + count:
            chosen.append(index)
        seen[label] += 1
    return chosen


def main(whole, excerpt):
    for source, split, start, count in (
        ("train", "train", 0, 1000),
        ("train", "validation", 1000, 200),
        ("t10k", "t10k", 0, 200),
    ):
        images = read(whole / f"{source}-images-idx3-ubyte.gz", 16)
        labels = read(whole / f"{source}-labels-idx1-ubyte.gz", 8)
        chosen = pick(labels, start, count)
        write(
            excerpt / f"{split}-images-idx3-ubyte.gz",
            struct.pack(">IIII", 0x803, len(chosen), 28, 28),
            b"".join(images[i * 784 : (i + 1) * 784] for i in chosen),
        )
        write(
            excerpt / f"{split}-labels-idx1-ubyte.gz",
            struct.pack(">II", 0x801, len(chosen)),
            bytes(labels[i] for i in chosen),
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
