# SPDX-License-Identifier: MIT
"""The readers of networkx, taught that one file may hold ties that go one way and ties that do not.

networkx knows graphs of one kind only and refuses the mixture. Here every graph is read as a
directed one, and each tie carries whether it is.
"""

import io
from typing import Any

import networkx as nx
from networkx.readwrite.gexf import GEXFReader
from networkx.readwrite.graphml import GraphMLReader

DIRECTED = "concord_one_way"
"""The attribute of each tie that says whether it goes one way; True or False."""

_NO_SPACE, _SPACE = b"<graphml>", b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'


def read_graphml(file: io.BytesIO) -> Any:
    """Give the first graph of a GraphML file, also of one without its namespace."""
    data = file.read()
    for each in (data, data.replace(_NO_SPACE, _SPACE)):
        for graph in _GraphML(force_multigraph=True)(path=io.BytesIO(each)):
            return graph
    raise nx.NetworkXError("it has no graph")


def read_gexf(file: io.BytesIO) -> Any:
    """Give the graph of a GEXF file."""
    return _GEXF()(file)


class _GraphML(GraphMLReader):  # type: ignore[misc]  # networkx has no types
    def make_graph(self, graph_xml: Any, *rest: Any) -> Any:
        default = graph_xml.get("edgedefault") == "directed"
        for edge in graph_xml.findall(f"{{{self.NS_GRAPHML}}}edge"):
            own = edge.attrib.pop("directed", None)
            edge.set(DIRECTED, str(default if own is None else own.strip() in ("true", "1")))
        graph_xml.set("edgedefault", "directed")
        return super().make_graph(graph_xml, *rest)

    def decode_data_elements(self, keys: Any, element: Any) -> Any:
        return super().decode_data_elements(keys, element) | _direction(element)


class _GEXF(GEXFReader):  # type: ignore[misc]  # networkx has no types
    def make_graph(self, graph_xml: Any) -> Any:
        default = graph_xml.get("defaultedgetype", "undirected")
        for edge in graph_xml.iterfind(f"{{{self.NS_GEXF}}}edges/{{{self.NS_GEXF}}}edge"):
            own = edge.get("type", default)
            edge.set("type", "mutual" if own == "mutual" else "directed")
            edge.set(DIRECTED, str(own in ("directed", "mutual")))
        graph_xml.set("defaultedgetype", "directed")
        return super().make_graph(graph_xml)

    def decode_attr_elements(self, keys: Any, element: Any) -> Any:
        return super().decode_attr_elements(keys, element) | _direction(element)


def _direction(element: Any) -> dict[str, bool]:
    own = element.get(DIRECTED)
    return {} if own is None else {DIRECTED: own == "True"}
