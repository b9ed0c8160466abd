import type { ReportPage, ReportRequest } from '@msp-impact/contract';
import { useMemo, useState } from 'react';
import { useKeepReport, useReportDraft, useReportPage } from '../../api/reports.ts';
import { Announcer } from '../../features/explore/Announcer.tsx';
import { Actions } from '../../features/report/Actions.tsx';
import { Choices } from '../../features/report/Choices.tsx';
import { Kept } from '../../features/report/Kept.tsx';
import s from '../../features/report/report.module.css';
import { Sheet } from '../../features/report/Sheet.tsx';
import { rememberAuthor, rememberedAuthor } from '../../ui/author.ts';
import { fileName } from '../../ui/download.ts';
import { ownZone } from '../../ui/hour-words.ts';
import { Panel } from '../../ui/Panel.tsx';
import { EmptyState, ErrorState, errorSentence, NotCalculated } from '../../ui/States.tsx';
import { sayDone, sayProblem } from '../../ui/toasts.ts';
import { compact } from '../../url/compact.ts';
import type { Desk } from '../../url/desk.ts';
import { type ChangeDesk, useDesk } from '../../url/use-desk.ts';
import { type Subject, useSubject } from './use-subject.ts';

/** One page: a draft of the next report, or one that was kept; its choices and the others at the right. */
export function ReportScreen() {
  const { desk, change } = useDesk();
  const [author, setAuthor] = useState(rememberedAuthor);
  const subject = useSubject(desk);
  const hidden = isHidden(subject, desk);
  const request = useRequest(desk, hidden ? { ...subject, plan: undefined } : subject, author);
  const draft = useReportDraft(desk.kept ? undefined : request);
  const kept = useReportPage(desk.kept);
  const shown = desk.kept ? kept : draft;
  const keep = useKeep(request, change);
  const page = hidden ? undefined : shown.data;
  return (
    <div className={s.screen}>
      <div className={s.desk}>
        <Actions
          page={page}
          keeping={keep.isPending}
          onKeep={keep.keep}
          onDraft={
            desk.kept && subject.plan ? () => change(({ kept: _gone, ...old }) => old) : undefined
          }
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that keys must reach it */}
        <section className={s.scroll} aria-label="The page" tabIndex={0}>
          {!page && <h1 className="only-heard">Report</h1>}
          <NotCalculated error={shown.error} onRetry={shown.refetch} />
          {page && <Sheet page={page} late={shown.isFetching && shown.isPlaceholderData} />}
          {!page && !shown.error && (
            <Nothing
              subject={subject}
              hidden={hidden}
              waiting={shown.isFetching || subject.loading}
            />
          )}
        </section>
      </div>
      <div className={s.side}>
        <Panel label="The report’s choices">
          {!desk.kept && request && (
            <Choices
              desk={desk}
              title={request.scenario.name}
              marking={desk.marking ?? page?.report.marking ?? ''}
              author={author}
              hours={request.scenario.hours}
              hour={subject.hour}
              usual={subject.incident ? 'now' : 'worst'}
              onDesk={(next) => change(next, { replace: true })}
              onAuthor={(name) => {
                rememberAuthor(name);
                setAuthor(name);
              }}
            />
          )}
          <Kept
            shown={page?.kept ? page.report : undefined}
            onOpen={(series, number) => change((old) => ({ ...old, kept: { series, number } }))}
          />
        </Panel>
      </div>
      <Announcer text={page && said(page)} />
    </div>
  );
}

const said = ({ kept, report }: ReportPage) =>
  `${kept ? 'Report' : 'Draft of report'} ${report.number}. ${report.headline}`;

/** Players of an exercise are not shown what the answer is. */
const isHidden = ({ incident }: Subject, desk: Desk): boolean =>
  incident?.exercise === true && !incident.revealed && !desk.facilitator;

function useRequest(desk: Desk, subject: Subject, author: string): ReportRequest | undefined {
  const { plan, incident } = subject;
  const now = incident && subject.hour;
  return useMemo(() => {
    if (!plan) return undefined;
    const name = desk.title ?? plan.name;
    const hour = desk.hour === 'worst' ? undefined : (desk.hour ?? now);
    return compact({
      scenario: { ...plan, name },
      series: incident?.id ?? fileName(name),
      atHour: hour === undefined ? undefined : Math.min(hour, plan.hours),
      headings: desk.headings,
      marking: desk.marking,
      nextDueHours: desk.due,
      author: author || undefined,
      contacts: desk.contacts,
      zone: ownZone(),
    }) as ReportRequest;
  }, [plan, incident?.id, now, desk, author]);
}

function useKeep(request: ReportRequest | undefined, change: ChangeDesk) {
  const keep = useKeepReport();
  return {
    isPending: keep.isPending,
    keep: () => {
      if (!request) return;
      keep.mutate(request, {
        onSuccess: ({ series, number }) => {
          sayDone(`Kept as report ${number}.`);
          change((old) => ({ ...old, kept: { series, number } }));
        },
        onError: (error) => sayProblem(`The report was not kept. ${errorSentence(error)}`),
      });
    },
  };
}

function Nothing(props: {
  readonly subject: Subject;
  readonly hidden: boolean;
  readonly waiting: boolean;
}) {
  const { subject, hidden, waiting } = props;
  if (hidden) {
    return (
      <EmptyState title="The results of this exercise are hidden">
        <p>They are shown once whoever runs the exercise shows them.</p>
      </EmptyState>
    );
  }
  if (subject.error)
    return <ErrorState error={subject.error} title="This cannot be reported on." />;
  if (waiting) return <p className={s.quiet}>Writing the report …</p>;
  return (
    <EmptyState title="A report needs something that stops">
      <p>
        Stop something under Explore, open a plan under Hour by hour, or open an incident; then come
        back here. Reports that were kept are listed at the side.
      </p>
    </EmptyState>
  );
}
