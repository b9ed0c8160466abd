/** The claims that an answer rests on, from the store: the weakest, and shares that are assumed. */
import type { Confidence, Dependency, Evidence, Explanation } from '@msp-impact/contract';
import type { Store } from '../store/port.ts';

const BEST_FIRST: readonly Confidence[] = ['stated', 'reported', 'assumed'];

export type Sources = Pick<Explanation, 'weakest' | 'assumedShares'>;

/** Empty when the store cannot be asked: an explanation does without. */
export async function sourcesOf(store: Store, carrying: readonly string[]): Promise<Sources> {
  if (carrying.length === 0) return {};
  const stored = await store.reader.items<Dependency>('dependency', [...carrying]).catch(() => []);
  return sourcesOfLinks(stored.map(({ item }) => item));
}

/** @param links on the way to the node, first to last */
export function sourcesOfLinks(links: readonly Dependency[]): Sources {
  const shares = { stated: 0, reported: 0 };
  for (const link of links) {
    const best = bestOf(link)?.confidence;
    if (best && best !== 'assumed' && hasAssumedShare(link)) shares[best]++;
  }
  const weakest = weakestOf(links);
  return {
    ...(weakest ? { weakest: claimOf(weakest) } : {}),
    ...(shares.stated + shares.reported > 0 ? { assumedShares: shares } : {}),
  };
}

/** A source for the link is none for how much it carries, where a range or an assumption says that. */
function hasAssumedShare({ strength, evidence = [] }: Dependency): boolean {
  return typeof strength === 'object' || evidence.some((one) => one.confidence === 'assumed');
}

/** No evidence is weaker than an assumption, that weaker than an assumed share; the first among equals. */
function weakestOf(links: readonly Dependency[]): Dependency | undefined {
  const weights = links.map((link) => {
    const best = bestOf(link)?.confidence;
    if (best === undefined) return 0;
    if (best === 'assumed') return 1;
    return (hasAssumedShare(link) ? 2 : 4) + (best === 'stated' ? 1 : 0);
  });
  return links[weights.indexOf(Math.min(...weights))];
}

function claimOf(link: Dependency): NonNullable<Explanation['weakest']> {
  const { id, evidence = [], strength } = link;
  const assumed = evidence.find((one) => one.confidence === 'assumed');
  const shown = assumed ?? bestOf(link);
  if (!shown) return { link: id, claim: 'No source is on record.' };
  if (!assumed && typeof strength === 'object')
    return { link: id, claim: 'No source gives the share, a range.', confidence: 'assumed' };
  return { link: id, claim: shown.claim, confidence: shown.confidence };
}

function bestOf({ evidence = [] }: Dependency): Evidence | undefined {
  return BEST_FIRST.map((one) => evidence.find(({ confidence }) => confidence === one)).find(
    Boolean,
  );
}
