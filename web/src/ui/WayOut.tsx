import type { DecideByAnswer } from '@msp-impact/contract';
import { Link } from 'wouter';
import css from './way-out.module.css';
import { exitWords } from './way-out-words.ts';
import { capital } from './words.ts';

type Row = DecideByAnswer['rows'][number];

/** The exit plan and who else could do it; what nobody recorded is said. */
export function WayOut(props: {
  readonly exitPlan?: Row['exitPlan'];
  readonly alternatives?: Row['alternatives'];
  readonly hrefOf: (id: string) => string;
}) {
  const { exitPlan, alternatives, hrefOf } = props;
  return (
    <span className={css.out} data-exit={exitPlan?.state ?? 'not-known'}>
      {capital(exitWords(exitPlan))}
      {alternatives?.length === 0 && ', no alternative found'}
      {alternatives && alternatives.length > 0 && (
        <>
          , or{' '}
          {alternatives.map((one, at) => (
            <span key={one.name}>
              {at > 0 && ', '}
              {one.id === undefined ? one.name : <Link href={hrefOf(one.id)}>{one.name}</Link>}
            </span>
          ))}
        </>
      )}
    </span>
  );
}
