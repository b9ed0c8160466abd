/**
 * Impact over HTTP while a writer edits, and the same reach as a Cypher path query. Every request
 * stops another node, so that no answer comes from those that the server keeps; requests come at a
 * steady rate, as from some people at once.
 */
import autocannon from 'autocannon';
import { NEO4J, reachByCypher } from './cypher.js';
import { id, linkId } from './graphs.js';
import { farReaching, largeDocument, largeGraph, SIZE } from './large.js';
import { median, ms, percentile, ratio, row } from './report.js';
import { post, serve, storedFolder } from './served.js';

const QUESTIONS = 200;
const SECONDS = 15;
const EACH_SECOND = 20;
const PEOPLE = 4;

export const title = `Impact over HTTP: ${SIZE}, ${EACH_SECOND} questions a second, an edit every second`;

/** Fetches an item, changes or deletes it against its version. Resolves to ms of the change alone. */
async function change(address, place, body) {
  const url = `${address}/api/v1/${place}`;
  const headers = { 'if-match': (await fetch(url)).headers.get('etag') };
  const patch = { 'content-type': 'application/merge-patch+json', ...headers };
  const start = performance.now();
  const answer = await fetch(
    url,
    body
      ? { method: 'PATCH', headers: patch, body: JSON.stringify(body) }
      : { method: 'DELETE', headers },
  );
  const text = await answer.text();
  if (!answer.ok) throw new Error(`an edit was refused: ${text}`);
  return performance.now() - start;
}

/** In turn: a new name, another strength, a link less. */
function edit(address, count) {
  const link = `dependencies/${linkId(count * 1000)}`;
  if (count % 3 === 0) return change(address, `nodes/${id(count)}`, { name: `Renamed ${count}` });
  return change(address, link, count % 3 === 1 ? { strength: 0.5 } : undefined);
}

/** Edits once a second until it is told to stop; resolves to the ms that each edit took. */
async function editing(address, stop) {
  const times = [];
  for (let count = 0; !stop.aborted; count++) {
    times.push(await edit(address, count));
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  return times;
}

/** ms of every answer. */
async function asking(address, nodes) {
  const times = [];
  const headers = { 'content-type': 'application/json' };
  const requests = nodes.map(({ id }) => ({
    method: 'POST',
    path: '/api/v1/impact',
    headers,
    body: JSON.stringify({ question: { down: [{ id }] } }),
  }));
  const run = autocannon({
    url: address,
    connections: PEOPLE,
    overallRate: EACH_SECOND,
    duration: SECONDS,
    requests,
  });
  run.on('response', (_client, status, _bytes, took) => {
    if (status === 200) times.push(took);
  });
  const { non2xx, errors } = await run;
  if (non2xx + errors > 0) throw new Error(`${non2xx} refusals and ${errors} errors`);
  return times;
}

async function measureServer(nodes) {
  const { dataFolder, remove } = await storedFolder(largeDocument());
  const { address, close } = await serve(dataFolder);
  try {
    for (const { id } of nodes.slice(0, 20)) {
      await post(address, '/impact', { question: { down: [{ id }] } });
    }
    const stop = new AbortController();
    const edits = editing(address, stop.signal);
    const answers = await asking(address, nodes);
    stop.abort();
    return { answers, edits: await edits };
  } finally {
    await close();
    remove();
  }
}

export async function measure() {
  const nodes = farReaching(largeGraph().graph, QUESTIONS);
  const { answers, edits } = await measureServer(nodes);
  row('answers, each about another node', answers.length);
  row('impact over HTTP, median', ms(percentile(answers, 50)));
  row('impact over HTTP, 99th of 100', ms(percentile(answers, 99)), '≤ 50 ms');
  row('an edit meanwhile, median', ms(median(edits)));
  const cypher = NEO4J ? await reachByCypher(nodes[0]) : undefined;
  row('the same reach in Neo4j, by Cypher', ms(cypher));
  row('  against our median over HTTP', ratio(cypher, percentile(answers, 50)), '≥ 100 ×');
}
