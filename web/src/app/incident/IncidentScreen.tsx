import { useState } from 'react';
import { useIncident, useIncidents, useOpenIncident } from '../../api/incidents.ts';
import { Begin, IncidentList } from '../../features/incident/Begin.tsx';
import s from '../../features/incident/incident.module.css';
import { rememberAuthor, rememberedAuthor } from '../../ui/author.ts';
import { ErrorState } from '../../ui/States.tsx';
import type { Desk } from '../../url/desk.ts';
import { type ChangeDesk, useDesk } from '../../url/use-desk.ts';
import { usePlanInAddress } from '../report/use-subject.ts';
import { OpenIncident } from './OpenIncident.tsx';

/** During an incident: the one that goes on, or which one, and how to open one. */
export function IncidentScreen() {
  const { desk, change } = useDesk();
  const [author, setAuthor] = useState(rememberedAuthor);
  const onAuthor = (name: string) => {
    rememberAuthor(name.trim());
    setAuthor(name);
  };
  const known = { desk, change, author, onAuthor };
  return desk.incident === undefined ? <Which {...known} /> : <One {...known} id={desk.incident} />;
}

interface Known {
  readonly desk: Desk;
  readonly change: ChangeDesk;
  readonly author: string;
  readonly onAuthor: (name: string) => void;
}

function One(props: Known & { readonly id: string }) {
  const { desk, change } = props;
  const incident = useIncident(props.id, !desk.facilitator);
  if (incident.data) return <OpenIncident {...props} incident={incident.data} />;
  if (incident.isPending) return <p className={s.start}>Loading …</p>;
  return (
    <div className={s.start}>
      <h1>This incident cannot be shown</h1>
      <ErrorState error={incident.error} onRetry={() => void incident.refetch()} />
      <button
        type="button"
        className={s.name}
        onClick={() => change(({ incident: _gone, ...old }) => old)}
      >
        All incidents
      </button>
    </div>
  );
}

function Which({ change, author, onAuthor }: Known) {
  const incidents = useIncidents();
  const begin = useOpenIncident();
  const { plan, error } = usePlanInAddress(true);
  return (
    <div className={s.start}>
      <h1>During an incident: who saw what, whom to call, what comes next?</h1>
      {incidents.error && (
        <ErrorState error={incidents.error} onRetry={() => void incidents.refetch()} />
      )}
      <IncidentList
        incidents={incidents.data?.incidents ?? []}
        onOpen={({ id }) => change((old) => ({ ...old, incident: id, facilitator: false }))}
      />
      {error !== null && <ErrorState error={error} title="This plan cannot be opened." />}
      <Begin
        plan={plan}
        author={author}
        busy={begin.isPending}
        error={begin.error}
        onAuthor={onAuthor}
        onBegin={(made) =>
          begin.mutate(made, {
            // Whoever opens an exercise runs it.
            onSuccess: ({ id, exercise }) =>
              change((old) => ({ ...old, incident: id, facilitator: exercise })),
          })
        }
      />
    </div>
  );
}
