import type { ConcentrationChoices } from '@msp-impact/contract';
import type { ReactNode } from 'react';
import { askConcentration, EVERY_ROW, useConcentration, useOverTime } from '../../api/reliance.ts';
import { Section } from '../../ui/Panel.tsx';
import { index, indexRange, likeEqual, likeRange, ROLL_UP_WORDS } from '../../ui/reliance-words.ts';
import { Figure, ScreenTop } from '../../ui/Screen.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { count, sharePercent } from '../../ui/words.ts';
import type { RelianceView } from '../../url/reliance.ts';
import { scopeRequest, shareRequest } from '../../url/reliance-request.ts';
import type { ChangeReliance } from '../../url/use-reliance.ts';
import { OverTime } from './OverTime.tsx';
import picturesCss from './pictures.module.css';
import s from './reliance.module.css';
import { ShareBars } from './ShareBars.tsx';
import { SharesQuestion } from './SharesQuestion.tsx';
import { SharesSide } from './SharesSide.tsx';
import { ShareTable } from './ShareTable.tsx';
import { shareSentence } from './share-sentences.ts';
import { Treemap } from './Treemap.tsx';

interface SharesProps {
  readonly view: RelianceView;
  readonly change: ChangeReliance;
  readonly choices: ConcentrationChoices | undefined;
  readonly area: { readonly id: string; readonly name: string } | undefined;
  readonly hrefOf: (id: string) => string;
  /** The parts of the screen, between the answer and what it rests on. */
  readonly bar: ReactNode;
  /** What to do when nothing is on record to count. */
  readonly empty: ReactNode;
}

/** How much rests on few: the answer, its picture, its rows, its course over the years. */
export function Shares(props: SharesProps) {
  const { view, change, choices } = props;
  const asked = useConcentration(choices && shareRequest(view, choices));
  const answer = asked.error ? undefined : asked.data;
  const counted = answer !== undefined && answer.suppliers > 0;
  const top = (
    <ScreenTop
      question={<SharesQuestion {...props} answer={answer} />}
      answer={answerWords(answer, asked.error, choices)}
      late={asked.isPlaceholderData}
    >
      {counted && <Figures answer={answer} />}
    </ScreenTop>
  );
  return (
    <>
      {top}
      {props.bar}
      {asked.error ? (
        <div className={s.pad}>
          <ErrorState
            error={asked.error}
            title="Not calculated. Nothing here means spread."
            onRetry={() => void asked.refetch()}
          />
        </div>
      ) : null}
      {answer && !counted && <div className={s.pad}>{props.empty}</div>}
      {counted && (
        <div className={s.body}>
          <div className={s.left}>
            <h2 className="only-heard">Shares</h2>
            <div className={picturesCss.pictures}>
              <Treemap answer={answer} much={view.much} hrefOf={props.hrefOf} />
              <ShareBars answer={answer} hrefOf={props.hrefOf} />
            </div>
            {view.measure !== 'people' && <Course {...props} />}
            <Section title="All shares">
              <ShareTable
                answer={answer}
                hrefOf={props.hrefOf}
                all={() => askConcentration({ ...shareRequest(view, choices), limit: EVERY_ROW })}
              />
            </Section>
          </div>
          <SharesSide
            answer={answer}
            view={view}
            change={change}
            owners={choices?.parents}
            hrefOf={props.hrefOf}
          />
        </div>
      )}
    </>
  );
}

function answerWords(
  answer: Answered | undefined,
  error: unknown,
  choices: ConcentrationChoices | undefined,
): string {
  if (error) return 'Not calculated.';
  if (!answer) return 'Working it out …';
  if (choices?.contracts === 0 && answer.share !== 'people') {
    return 'No contract is on record, so how much rests on few is not known.';
  }
  return shareSentence(answer, choices?.parents);
}

type Answered = NonNullable<ReturnType<typeof useConcentration>['data']>;

function Figures({ answer }: { readonly answer: Answered }) {
  const { effective = 1, range, hhi = 0, suppliers, by, unknown, cr4 = 0 } = answer;
  return (
    <>
      <Figure
        value={likeEqual(effective)}
        range={range && likeRange(range)}
        word={`like so many ${ROLL_UP_WORDS[by].like}`}
      />
      <Figure
        value={sharePercent(cr4 / 100)}
        word={
          suppliers > 4
            ? `top four of ${suppliers.toLocaleString('en-GB')} hold`
            : `held by all ${suppliers}`
        }
      />
      <Figure
        value={index(hhi)}
        range={range && indexRange(range)}
        word="how concentrated, of 10,000"
      />
      {unknown > 0 && <Figure value={`? ${unknown.toLocaleString('en-GB')}`} word="not known" />}
    </>
  );
}

function Course({ view, choices }: SharesProps) {
  const { at: _, ...request } = scopeRequest(view, choices);
  const course = useOverTime(request);
  if (course.error) {
    return (
      <ErrorState
        error={course.error}
        title="Its course over the years was not calculated."
        onRetry={() => void course.refetch()}
      />
    );
  }
  if (!course.data) return null;
  const assumed = Math.max(0, ...course.data.points.map((one) => one.ownersAssumed ?? 0));
  return (
    <Section title={`Over the years: like how many ${ROLL_UP_WORDS[view.by].like}`}>
      <OverTime points={course.data.points} like={ROLL_UP_WORDS[view.by].like} />
      {assumed > 0 && (
        <p className={s.quiet}>
          Of up to {count(assumed, 'supplier')} nobody recorded the owner of that year: counted with
          the owner of today, or alone.
        </p>
      )}
    </Section>
  );
}
