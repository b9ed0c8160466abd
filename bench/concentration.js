/** Concentration of a large register: direct shares, shares rolled up to the owners, and what unknown amounts leave open. */
import { figures, hhiRange, rollUp, tally, ultimateParents } from '@msp-impact/engine';
import { random } from '../engine/dist/testing/random-graph.js';
import { best, interleaved, ms, row } from './report.js';

const SUPPLIERS = 200_000;
const CONTRACTS = 1_000_000;
const SEED = 333;
/** Share of contracts whose amount nobody recorded, and of suppliers that another one owns. */
const UNKNOWN = 0.05;
const OWNED = 0.3;

export const title = `Concentration: ${SUPPLIERS} suppliers, ${CONTRACTS} contracts, seed ${SEED}`;

/** A few suppliers hold many contracts, most hold few; amounts span five orders of magnitude. */
function register() {
  const next = random(SEED);
  const holder = new Int32Array(CONTRACTS);
  const amount = new Float64Array(CONTRACTS);
  for (let i = 0; i < CONTRACTS; i++) {
    holder[i] = Math.floor(SUPPLIERS * next() ** 3);
    amount[i] = next() < UNKNOWN ? Number.NaN : Math.round(1000 * 10 ** (5 * next()));
  }
  // An owner stands before what it owns, so nobody owns itself.
  const parent = Int32Array.from({ length: SUPPLIERS }, (_, i) =>
    i > 0 && next() < OWNED ? Math.floor(next() * i) : -1,
  );
  return { holder, amount, parent };
}

function answer({ holder, amount, parent }) {
  const direct = tally(holder, amount, SUPPLIERS);
  const owned = rollUp(direct, ultimateParents(parent));
  return { direct: figures(direct.amount), owned: figures(owned.amount), range: hhiRange(owned) };
}

export async function measure() {
  const given = register();
  const { owned, range } = answer(given);
  const found = await interleaved(
    { whole: (calls) => best(() => answer(given), calls) },
    { rounds: 5, calls: 1 },
  );
  row('HHI with owners', owned.hhi.toFixed(2));
  row('  least, and most where unknown amounts are what they may be', bounds(range));
  row('tally, owners, figures, range', ms(found.whole), '≤ 300 ms');
}

function bounds({ low, high, exact }) {
  return `${low.toFixed(2)} – ${exact ? '' : '< '}${high.toFixed(2)}`;
}
