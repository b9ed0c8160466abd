import type { Bounds, Incident, ReportPage, ReportRequest } from '@msp-impact/contract';
import { useMemo } from 'react';
import { useIncidentActs } from '../../api/incidents.ts';
import { useReportDraft } from '../../api/reports.ts';
import { CallList } from '../../features/incident/CallList.tsx';
import { CheckForm } from '../../features/incident/CheckForm.tsx';
import { CheckLog } from '../../features/incident/CheckLog.tsx';
import { InjectForm, Injects } from '../../features/incident/Injects.tsx';
import s from '../../features/incident/incident.module.css';
import { staleChecks } from '../../features/incident/staleness.ts';
import { hourAndDay, ownZone } from '../../ui/hour-words.ts';
import { Figure, ScreenTop, Words } from '../../ui/Screen.tsx';
import { ErrorState, errorSentence, NOT_CALCULATED } from '../../ui/States.tsx';
import { sayDone, sayProblem } from '../../ui/toasts.ts';
import { count } from '../../ui/words.ts';
import type { Desk } from '../../url/desk.ts';
import type { ChangeDesk } from '../../url/use-desk.ts';
import { hourNow } from '../report/use-subject.ts';
import { IncidentBar } from './IncidentBar.tsx';
import { OtherPlan } from './OtherPlan.tsx';
import { useNodeNames } from './use-node-names.ts';

export interface OpenIncidentProps {
  readonly incident: Incident;
  readonly desk: Desk;
  readonly change: ChangeDesk;
  readonly author: string;
  readonly onAuthor: (name: string) => void;
}

/** The checks, whom to call, and, in an exercise, what has come in. */
export function OpenIncident(props: OpenIncidentProps) {
  const { incident, desk } = props;
  const acts = useIncidentActs(incident.id);
  const hidden = incident.exercise && !incident.revealed && !desk.facilitator;
  const now = hourNow(incident);
  const draft = useStanding(incident, now, hidden);
  const nameOf = useNodeNames();
  const page = hidden ? undefined : draft.data;
  const trouble = { onError: (error: unknown) => sayProblem(errorSentence(error)) };
  return (
    <div className={s.screen}>
      <Top {...props} now={now} hidden={hidden} page={page} error={hidden ? null : draft.error} />
      <IncidentBar
        incident={incident}
        desk={desk}
        change={props.change}
        onChange={(next) => acts.change.mutate(next, trouble)}
      />
      <OtherPlan incident={incident} onAssume={(next) => acts.change.mutate(next, trouble)} />
      <div className={s.body}>
        <section aria-label="Log a check">
          {incident.closed ? (
            <p className={s.quiet}>It is over: its log is kept as it was.</p>
          ) : (
            <>
              <h2>Log a check</h2>
              <CheckForm
                author={props.author}
                staleAfterHours={incident.staleAfterHours}
                busy={acts.check.isPending}
                onAuthor={props.onAuthor}
                onLog={(check, done) =>
                  acts.check.mutate(check, {
                    onSuccess: () => {
                      sayDone('Logged.');
                      done();
                    },
                    ...trouble,
                  })
                }
              />
            </>
          )}
        </section>
        <section aria-label="Checks">
          <h2>{incident.checks.length ? count(incident.checks.length, 'check') : 'Checks'}</h2>
          <CheckLog incident={incident} nameOf={nameOf} />
        </section>
        <section aria-label={incident.exercise ? 'What has come in, and whom to call' : 'Calls'}>
          {incident.exercise && (
            <>
              <h2>What has come in</h2>
              <Injects
                injects={incident.injects}
                facilitator={desk.facilitator}
                onRelease={(id) => acts.release.mutate(id, trouble)}
              />
              {desk.facilitator && !incident.closed && (
                <div className={s.more}>
                  <InjectForm
                    busy={acts.inject.isPending}
                    onAdd={(inject, done) =>
                      acts.inject.mutate(inject, { onSuccess: done, ...trouble })
                    }
                  />
                </div>
              )}
            </>
          )}
          <div className={incident.exercise ? s.more : undefined}>
            <h2>Whom to call</h2>
            {hidden ? (
              <p className={s.quiet}>Hidden while the exercise goes on.</p>
            ) : page ? (
              <CallList
                calls={page.report.calls}
                breaches={page.report.breaches}
                checks={page.report.checks}
                now={now}
                start={incident.began}
              />
            ) : (
              <p className={s.quiet}>{draft.error ? 'No answer to show.' : 'Working it out …'}</p>
            )}
          </div>
        </section>
      </div>
    </div>
  );
}

/** How it stands at this hour, checks counted: the data of the report that could be made now. */
function useStanding(incident: Incident, now: number, hidden: boolean) {
  const { current, id } = incident;
  const zone = ownZone();
  const request = useMemo<ReportRequest | undefined>(
    () =>
      hidden
        ? undefined
        : {
            series: id,
            scenario: current,
            atHour: Math.min(now, current.hours),
            contacts: true,
            ...(zone && { zone }),
          },
    [current, id, now, hidden, zone],
  );
  return useReportDraft(request);
}

interface TopProps {
  readonly incident: Incident;
  readonly now: number;
  readonly hidden: boolean;
  readonly page: ReportPage | undefined;
  readonly error: unknown;
}

/** ": 3 to 27", after the word of a number that is not sure. */
const endsWords = (range: Bounds | undefined) =>
  range && range.low < range.high ? `: ${range.low} to ${range.high}` : '';

function Top({ incident, now, hidden, page, error }: TopProps) {
  const stale = staleChecks(incident).length;
  const counts = page?.report.counts;
  const answer = hidden
    ? 'The results of this exercise are hidden. Work with what comes in.'
    : error
      ? NOT_CALCULATED
      : (page?.report.headline ?? 'Working it out …');
  return (
    <>
      <ScreenTop
        question={
          <>
            {incident.exercise && <span className={s.exercise}>Exercise</span>}
            <strong>{incident.name}</strong>
            <Words>
              {hourAndDay(now)}
              {incident.closed ? ' · over' : ''}
            </Words>
          </>
        }
        answer={answer}
      >
        {counts && (
          <Figure
            value={counts.down}
            word={`services stopped now${endsWords(counts.ranges?.down)}`}
          />
        )}
        {counts && (
          <Figure
            value={counts.degraded}
            word={`services reduced now${endsWords(counts.ranges?.degraded)}`}
          />
        )}
        {counts && <Figure value={counts.atRisk} word="on last option" />}
        {counts && <Figure value={counts.unknown} word="not known" />}
        <Figure value={stale} word={stale === 1 ? 'check is stale' : 'checks are stale'} />
      </ScreenTop>
      {!hidden && error !== null && error !== undefined && <ErrorState error={error} />}
    </>
  );
}
