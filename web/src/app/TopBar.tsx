import { useReach, useSamples } from '../api/questions.ts';
import { Answer } from '../features/answer/Answer.tsx';
import { areaSentence } from '../features/answer/area.ts';
import { Counters } from '../features/answer/Counters.tsx';
import { riskText } from '../features/answer/risk.ts';
import { Assumed } from '../features/explore/Assumed.tsx';
import { QuestionBar } from '../features/question/QuestionBar.tsx';
import { GraphCounters, Welcome } from '../features/welcome/Welcome.tsx';
import { copyText } from '../ui/copy.ts';
import { toggleKind, toggleState } from '../url/actions.ts';
import type { ViewControl } from '../url/use-view.ts';
import { ask } from './ask.ts';
import s from './explore.module.css';
import { leaveForMain } from './focus.ts';
import type { Result } from './use-result.ts';
import { zonesAround, zonesIn } from './zones.ts';

interface TopBarProps {
  readonly control: ViewControl;
  readonly result: Result;
  readonly nameOf: (id: string) => string;
  readonly onBring: () => void;
}

/** The question and the answer, or the first visit's one sentence; the counters at the right. */
export function TopBar(props: TopBarProps) {
  const asking = props.result.asked || props.control.view.observed.length > 0;
  return <div className={s.top}>{asking ? <Asked {...props} /> : <First {...props} />}</div>;
}

function First({ control, result, onBring }: TopBarProps) {
  const samples = useSamples();
  const graph = result.drawn.data;
  const sample = samples.data?.samples.find((one) => one.id === graph?.sample);
  return (
    <>
      <Welcome
        sample={sample}
        empty={graph?.counts.nodes === 0}
        onSample={(one) => {
          leaveForMain();
          control.change((view) => ask(view, one.question));
        }}
        onBring={onBring}
      />
      {graph && (
        <GraphCounters
          counts={graph.counts}
          onUnknown={() => control.change((view) => toggleState(view, 'unknown'))}
        />
      )}
    </>
  );
}

function Asked({ control, result, nameOf }: TopBarProps) {
  const { view, change } = control;
  const { impact, drawn, asked } = result;
  const answer = asked ? impact.data : undefined;
  const zones = zonesIn(drawn.data);
  const reach = useReach(asked ? view.area : undefined, 'upstream');
  const area =
    view.area && answer && reach.data
      ? areaSentence(
          answer,
          { id: view.area, name: nameOf(view.area) },
          new Set(reach.data.nodes.map((node) => node.id)),
        )
      : undefined;
  return (
    <>
      <div className={s.sentences}>
        <QuestionBar
          view={view}
          change={change}
          nameOf={nameOf}
          zones={zones}
          zonesOf={(id) => zonesAround(drawn.data, zones, id)}
        />
        <Answer
          sentence={asked ? answer?.sentence : 'Nothing is stopped.'}
          areaSentence={area}
          loading={asked && (impact.isFetching || impact.isPlaceholderData)}
          error={impact.error}
          onRetry={() => void impact.refetch()}
          basis={
            <Assumed
              links={answer && answer.basis.assumed + answer.basis.none}
              hidden={view.hideAssumed}
              onToggle={() => change((old) => ({ ...old, hideAssumed: !old.hideAssumed }))}
            />
          }
          onCopyRisk={
            answer &&
            (() =>
              void copyText(
                riskText(answer, view, nameOf),
                'Copied as a risk. Likelihood is yours to fill in.',
              ))
          }
        />
      </div>
      <Counters
        summary={answer?.summary}
        failed={impact.isError}
        states={view.states}
        onlyAreas={view.kinds.length === 1 && view.kinds[0] === 'region'}
        onState={(state) => change((old) => toggleState(old, state))}
        onAreas={() => change((old) => toggleKind(old, 'region'))}
      />
    </>
  );
}
