/** The claim that a link rests on, from the store. */
import type { Confidence, Dependency, Evidence, Explanation } from '@msp-impact/contract';
import type { Store } from '../store/port.ts';

const BEST_FIRST: readonly Confidence[] = ['stated', 'reported', 'assumed'];

/** Undefined when the store cannot be asked: an explanation does without. */
export async function claimOf(store: Store, link: string): Promise<Explanation['weakest']> {
  const [stored] = await store.reader.items<Dependency>('dependency', [link]).catch(() => []);
  if (!stored) return undefined;
  const best = bestOf(stored.item.evidence ?? []);
  if (!best) return { link, claim: 'No source is on record.' };
  return { link, claim: best.claim, confidence: best.confidence };
}

function bestOf(evidence: readonly Evidence[]): Evidence | undefined {
  return BEST_FIRST.map((one) => evidence.find(({ confidence }) => confidence === one)).find(
    Boolean,
  );
}
