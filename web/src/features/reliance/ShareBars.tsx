import type { ConcentrationAnswer } from '@msp-impact/contract';
import { Link } from 'wouter';
import { amountWords } from '../../ui/reliance-words.ts';
import { sharePercent } from '../../ui/words.ts';
import picturesCss from './pictures.module.css';
import s from './reliance.module.css';
import { holderWord } from './share-sentences.ts';

const LISTED = 7;

/** The same shares side by side, largest first; how far each reaches is the share of the whole. */
export function ShareBars(props: {
  readonly answer: ConcentrationAnswer;
  readonly hrefOf: (id: string) => string;
}) {
  const { answer, hrefOf } = props;
  const listed = answer.shares.slice(0, LISTED);
  const rest = 1 - listed.reduce((sum, one) => sum + one.share, 0);
  const beyond = answer.suppliers - listed.length;
  return (
    <ol className={picturesCss.bars} aria-label="Shares, largest first">
      {listed.map((one) => (
        <li key={one.id}>
          <Link href={hrefOf(one.id)} className={picturesCss.barName}>
            {one.name}
          </Link>
          <span className={picturesCss.barShare}>{sharePercent(one.share)}</span>
          <Bar share={one.share} />
          <span className={picturesCss.barAmount}>
            {amountWords(one.amount, answer.share, answer.currency)}
          </span>
        </li>
      ))}
      {beyond > 0 && (
        <li>
          <span className={s.quiet}>{holderWord(answer.by, beyond)} more</span>
          <span className={picturesCss.barShare}>{sharePercent(Math.max(0, rest))}</span>
          <Bar share={Math.max(0, rest)} quiet />
        </li>
      )}
    </ol>
  );
}

function Bar({ share, quiet }: { readonly share: number; readonly quiet?: boolean }) {
  return (
    <span className={picturesCss.bar} aria-hidden="true" data-quiet={quiet || undefined}>
      <span style={{ width: `${share * 100}%` }} />
    </span>
  );
}
