import type { Evidence } from '@msp-impact/contract';
import { CONFIDENCE_WORDS, day } from '../../ui/words.ts';
import s from './inspector.module.css';

/** One piece of evidence: what it says, who says it, when, and where to read it. */
export function Source({ evidence }: { readonly evidence: Evidence }) {
  const { claim, publisher, url, date, confidence } = evidence;
  const by = [publisher, date && day(date)].filter(Boolean).join(', ');
  return (
    <blockquote className={s.source} data-sort={confidence}>
      <p>{claim}</p>
      <footer>
        {CONFIDENCE_WORDS[confidence]}
        {by && ` · ${by}`}
        {url && (
          <>
            {' · '}
            <a href={url} target="_blank" rel="noreferrer noopener">
              Read it
            </a>
          </>
        )}
      </footer>
    </blockquote>
  );
}
