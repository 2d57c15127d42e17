"""The margins of the sample, from the scores in samples/kontum-2017-source/figures.csv and the maxima of the scheme alone.

Nothing here knows the program: `python3 tests/data/margins/expected.py > tests/data/margins/kontum-2017.csv`, from the project's folder.
"""

import csv
import itertools
import sys
import tomllib
from collections import defaultdict
from decimal import Decimal

scheme = tomllib.load(open("templates/kontum-2017/scheme.toml", "rb"), parse_float=Decimal)
limits = [(grade["name"], Decimal(grade["from"])) for grade in scheme["grade"]]


def maximum(criterion, level):
    most = criterion["maximum"]
    return Decimal(most[level] if isinstance(most, dict) else most)


scores = defaultdict(dict)
for row in csv.DictReader(open("samples/kontum-2017-source/figures.csv", encoding="utf-8")):
    if row["item"] == "score":
        scores[row["level"], row["unit"]][row["criterion"]] = Decimal(row["value"])

out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow("level unit total grade above missing fewest below spare most_left left".split())
for (level, unit), own in scores.items():
    total = sum(own.values())
    at = next(at for at, (_, limit) in enumerate(limits) if total >= limit)
    left = {}
    for criterion in scheme["criterion"]:
        points = own.get(criterion["id"])
        if points is not None and maximum(criterion, level) > points:
            left[criterion["id"]] = maximum(criterion, level) - points
    above = missing = fewest = below = spare = ""
    if at > 0:
        above, limit = limits[at - 1]
        missing = limit - total
        # Every set of one, of two … of five until one is enough.
        fewest = next(
            (
                size
                for size in range(1, 6)
                if any(sum(some) >= missing for some in itertools.combinations(left.values(), size))
            ),
            "more",
        )
    if at + 1 < len(limits):
        below = limits[at + 1][0]
        spare = total - limits[at][1]
    most = max(left.values(), default=Decimal(0))
    names = " ".join(sorted(name for name, points in left.items() if points == most))
    row = [level, unit, total, limits[at][0], above, missing, fewest, below, spare]
    out.writerow(row + [names, sum(left.values())])
