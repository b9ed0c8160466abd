/** Sources as typed: nodes, links and contracts carry them alike. */
import type { Confidence, Evidence } from '@msp-impact/contract';
import { newRowKey } from './draft-parts.ts';
import { compact, dayOf, listOf, type Report, requiredText, textOf } from './read.ts';

export interface EvidenceDraft {
  readonly rowKey: string;
  readonly claim: string;
  readonly publisher: string;
  readonly url: string;
  readonly date: string;
  readonly confidence: Confidence;
}

export function emptyEvidence(): EvidenceDraft {
  return {
    rowKey: newRowKey(),
    claim: '',
    publisher: '',
    url: '',
    date: '',
    confidence: 'assumed',
  };
}

export function showEvidence(evidence: readonly Evidence[] | undefined): EvidenceDraft[] {
  return (evidence ?? []).map((one) => ({ ...emptyEvidence(), ...one }));
}

function readOne(draft: EvidenceDraft, place: string, report: Report): Evidence {
  if (draft.url !== '' && !/^https?:\/\//.test(draft.url)) {
    report(`${place}/url`, draft.url, 'An address that starts with https:// or http://');
  }
  return compact<Evidence>({
    claim: requiredText(draft.claim, `${place}/claim`, 'What does the source say?', report),
    publisher: textOf(draft.publisher),
    url: textOf(draft.url),
    date: dayOf(draft.date, `${place}/date`, report),
    confidence: draft.confidence,
  });
}

export function readEvidence(
  drafts: readonly EvidenceDraft[],
  report: Report,
): Evidence[] | undefined {
  return listOf(drafts.map((one, index) => readOne(one, `/evidence/${index}`, report)));
}
