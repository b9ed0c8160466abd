"""Times igraph and scipy on the links that the benchmark wrote; prints one JSON object.

Usage: peers.py LINKS.bin NODE_COUNT SOURCE RUNS  (links: pairs of little-endian uint32, from then to)
A library that is missing is null.
"""
import array
import json
import statistics
import sys
import time


def median_ms(work, runs):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def igraph_ms(pairs, nodes, source, runs):
    try:
        import igraph
    except ImportError:
        return None
    graph = igraph.Graph(n=nodes, edges=list(zip(pairs[0::2], pairs[1::2])), directed=True)
    count = len(graph.subcomponent(source, mode="out"))
    return {"ms": median_ms(lambda: graph.subcomponent(source, mode="out"), runs), "reached": count}


def scipy_ms(pairs, nodes, source, runs):
    try:
        import numpy
        from scipy.sparse import csr_matrix
        from scipy.sparse.csgraph import breadth_first_order
    except ImportError:
        return None
    flat = numpy.array(pairs, dtype=numpy.int64).reshape(-1, 2)
    ones = numpy.ones(len(flat), dtype=numpy.int8)
    matrix = csr_matrix((ones, (flat[:, 0], flat[:, 1])), shape=(nodes, nodes))
    walk = lambda: breadth_first_order(matrix, source, return_predecessors=False)
    return {"ms": median_ms(walk, runs), "reached": int(len(walk()))}


def main():
    path, nodes, source, runs = sys.argv[1], *map(int, sys.argv[2:5])
    pairs = array.array("I")
    with open(path, "rb") as file:
        pairs.frombytes(file.read())
    print(json.dumps({
        "igraph": igraph_ms(pairs, nodes, source, runs),
        "scipy": scipy_ms(pairs, nodes, source, runs),
    }))


main()
