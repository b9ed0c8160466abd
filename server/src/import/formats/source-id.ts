/** Ids of the graph from ids of the source. */
import { code } from '../../text/slug.ts';

const UNFIT = /[^A-Za-z0-9._:@/+~-]+/g;

/**
 * The source's own id where its characters allow, so that people find it again; else made from it,
 * with a code that keeps different ids different. Never empty.
 *
 * @param most characters; 200 for nodes, 500 for links and contracts
 */
export function sourceId(id: string, most = 200): string {
  const plain = id.replace(UNFIT, '-');
  if (plain === id && id.length <= most && id !== '__proto__') return id;
  return `${plain.slice(0, most - 10)}~${code(id)}`;
}
