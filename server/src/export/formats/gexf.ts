/**
 * GEXF 1.2, for Gephi and networkx. Nodes and dependencies carry the columns of the CSV tables. The
 * format has no place for contracts: they are not in it.
 */
import type { ItemType } from '@msp-impact/contract';
import type { GraphReader, Item } from '../../store/port.ts';
import { cellsOf, columnNames, isNumber } from './cells.ts';
import { RENAMED } from './graphml.ts';
import { assureRevision, pagesOf } from './pages.ts';
import { xmlText } from './xml.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
`;
/** They stand in the tags themselves. */
const IN_TAG: ReadonlySet<string> = new Set(['id', 'from', 'to', 'name']);

/** Throws Conflict when the graph moves on meanwhile, and StoreFault. */
export async function* gexf(reader: GraphReader): AsyncIterable<string> {
  const { revision, name } = await reader.columns();
  yield `${HEAD}  <meta>\n    <creator>MSP dependency impact mapper</creator>\n`;
  yield `    <description>${xmlText(name)}</description>\n  </meta>\n`;
  yield '  <graph defaultedgetype="directed" mode="static">\n';
  yield attributes('node', 'node') + attributes('dependency', 'edge');
  yield '    <nodes>\n';
  for await (const page of pagesOf(reader, 'node')) {
    const tag = (id: string, name: string) => `id="${xmlText(id)}" label="${xmlText(name)}"`;
    yield page.map((one) => item('node', tag(one.id, one.name), values('node', one))).join('');
  }
  yield '    </nodes>\n    <edges>\n';
  for await (const page of pagesOf(reader, 'dependency')) {
    yield page
      .map((link) => {
        const ends = `source="${xmlText(link.from)}" target="${xmlText(link.to)}"`;
        return item('edge', `id="${xmlText(link.id)}" ${ends}`, values('dependency', link));
      })
      .join('');
  }
  await assureRevision(reader, revision);
  yield '    </edges>\n  </graph>\n</gexf>\n';
}

function item(tag: string, attributes: string, inner: string): string {
  return inner === ''
    ? `      <${tag} ${attributes}/>\n`
    : `      <${tag} ${attributes}><attvalues>${inner}</attvalues></${tag}>\n`;
}

function attributes(type: ItemType, tag: string): string {
  const rows = columnNames(type)
    .map((name, i) => {
      const title = RENAMED[name] ?? name;
      const kind = isNumber(name) ? 'double' : 'string';
      return IN_TAG.has(name)
        ? ''
        : `      <attribute id="${i}" title="${title}" type="${kind}"/>\n`;
    })
    .join('');
  return `    <attributes class="${tag}">\n${rows}    </attributes>\n`;
}

function values(type: ItemType, one: Item): string {
  const names = columnNames(type);
  return cellsOf(type, one)
    .map((cell, i) =>
      cell === undefined || IN_TAG.has(names[i] as string)
        ? ''
        : `<attvalue for="${i}" value="${xmlText(String(cell))}"/>`,
    )
    .join('');
}
