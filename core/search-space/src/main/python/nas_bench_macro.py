"""Turns the JSON file of NAS-Bench-Macro (CIFAR-10) into the table that ships with Scarlet.

usage: nas_bench_macro.py nas-bench-macro_cifar10.json > nas-bench-macro-cifar10.csv

Accuracies are kept to the two decimals they were measured with: in the JSON they carry the noise of
a conversion from 32-bit floats. Mean and standard deviation are left out, they follow from the rest.
"""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    table = json.load(file)
print("code,accuracy1,accuracy2,accuracy3,params,flops")
for code, row in sorted(table.items()):
    accuracies = ",".join(f"{accuracy:.2f}" for accuracy in row["test_acc"])
    print(f"{code},{accuracies},{row['params']},{row['flops']}")
