/**
 * GraphML, for networkx, Gephi, yEd and others. Nodes and dependencies carry the columns of the CSV
 * tables; contracts, which join no two nodes, stand with the graph as JSON, so nothing is left out.
 */
import type { ItemType } from '@msp-impact/contract';
import { canonicalContract } from '../../rules/canonical.ts';
import type { GraphReader, Item } from '../../store/port.ts';
import { cellsOf, columnNames, isNumber } from './cells.ts';
import { assureRevision, pagesOf } from './pages.ts';
import { xmlText } from './xml.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:y="http://www.yworks.com/xml/graphml" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`;
/** Readers take an attribute called `weight` for how strong a line is; ours is a share in a group. */
export const RENAMED: Readonly<Record<string, string>> = { weight: 'shareWeight' };
/** They stand in the tags themselves. */
const IN_TAG: ReadonlySet<string> = new Set(['id', 'from', 'to']);

/** Throws Conflict when the graph moves on meanwhile, and StoreFault. */
export async function* graphml(reader: GraphReader): AsyncIterable<string> {
  const { revision, name } = await reader.columns();
  yield `${HEAD}${keys()}  <graph id="G" edgedefault="directed">\n`;
  yield `    <data key="g_name">${xmlText(name)}</data>\n`;
  yield* contracts(reader);
  for await (const page of pagesOf(reader, 'node')) {
    yield page
      .map(
        (node) =>
          `    <node id="${xmlText(node.id)}">${label(node.name)}${data('node', node)}</node>\n`,
      )
      .join('');
  }
  for await (const page of pagesOf(reader, 'dependency')) {
    yield page
      .map((link) => {
        const ends = `source="${xmlText(link.from)}" target="${xmlText(link.to)}"`;
        return `    <edge id="${xmlText(link.id)}" ${ends}>${data('dependency', link)}</edge>\n`;
      })
      .join('');
  }
  await assureRevision(reader, revision);
  yield '  </graph>\n</graphml>\n';
}

function keys(): string {
  const key = (id: string, of: string, name: string, type: string) =>
    `  <key id="${id}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
  const columns = (type: ItemType, of: string) =>
    columnNames(type)
      .filter((name) => !IN_TAG.has(name))
      .map((name) => {
        const shown = RENAMED[name] ?? name;
        return key(`${of}_${name}`, of, shown, isNumber(name) ? 'double' : 'string');
      })
      .join('');
  return (
    key('g_name', 'graph', 'name', 'string') +
    key('g_contracts', 'graph', 'contracts', 'string') +
    '  <key id="yed" for="node" yfiles.type="nodegraphics"/>\n' +
    columns('node', 'node') +
    columns('dependency', 'edge')
  );
}

/** yEd shows no name unless it is drawn. */
function label(name: string): string {
  return `<data key="yed"><y:ShapeNode><y:NodeLabel>${xmlText(name)}</y:NodeLabel></y:ShapeNode></data>`;
}

function data(type: 'node' | 'dependency', item: Item): string {
  const of = type === 'node' ? 'node' : 'edge';
  const cells = cellsOf(type, item);
  return columnNames(type)
    .map((name, i) => {
      const cell = cells[i];
      if (cell === undefined || IN_TAG.has(name)) return '';
      return `<data key="${of}_${name}">${xmlText(String(cell))}</data>`;
    })
    .join('');
}

async function* contracts(reader: GraphReader): AsyncIterable<string> {
  let separator = '    <data key="g_contracts">[';
  for await (const page of pagesOf(reader, 'contract')) {
    for (const contract of page) {
      yield separator + xmlText(JSON.stringify(canonicalContract(contract)));
      separator = ',';
    }
  }
  if (separator === ',') yield ']</data>\n';
}
