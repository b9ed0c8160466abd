"""Times igraph and scipy on the links that the benchmark wrote, whenever it is asked to.

Usage: peers.py LINKS.bin NODE_COUNT SOURCE  (links: pairs of little-endian uint32, from then to)
Each line read, "NAME CALLS", is answered by one line of JSON: milliseconds of processor time of the best call and how
many nodes were reached, or null where the library is missing.
"""
import array
import json
import sys
import time


def igraph_walk(pairs, nodes, source):
    import igraph

    graph = igraph.Graph(n=nodes, edges=list(zip(pairs[0::2], pairs[1::2])), directed=True)
    return lambda: graph.subcomponent(source, mode="out")


def scipy_walk(pairs, nodes, source):
    import numpy
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import breadth_first_order

    flat = numpy.array(pairs, dtype=numpy.int64).reshape(-1, 2)
    ones = numpy.ones(len(flat), dtype=numpy.int8)
    matrix = csr_matrix((ones, (flat[:, 0], flat[:, 1])), shape=(nodes, nodes))
    return lambda: breadth_first_order(matrix, source, return_predecessors=False)


def prepared(make, *graph):
    try:
        return make(*graph)
    except ImportError:
        return None


def timed(walk, calls):
    if walk is None:
        return None
    best = float("inf")
    for _ in range(calls):
        start = time.process_time()
        reached = walk()
        best = min(best, (time.process_time() - start) * 1000)
    return {"ms": best, "reached": len(reached)}


def main():
    path, nodes, source = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    pairs = array.array("I")
    with open(path, "rb") as file:
        pairs.frombytes(file.read())
    makers = {"igraph": igraph_walk, "scipy": scipy_walk}
    walks = {name: prepared(make, pairs, nodes, source) for name, make in makers.items()}
    for line in sys.stdin:
        name, calls = line.split()
        print(json.dumps(timed(walks[name], int(calls))), flush=True)


main()
