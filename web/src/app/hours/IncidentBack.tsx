import { Link, useSearch } from 'wouter';
import controls from '../../ui/controls.module.css';
import { parseDesk } from '../../url/desk.ts';
import s from './hours-screen.module.css';

/** A plan that was opened from an incident is taken over there: the way back is not the header's alone. */
export function IncidentBack() {
  const search = useSearch();
  if (parseDesk(search).incident === undefined) return null;
  return (
    <p className={s.yet}>
      This is what an incident assumes. What you change counts there once you take it over.{' '}
      <Link className={controls.link} href={`/incident?${search}`}>
        Back to the incident
      </Link>
    </p>
  );
}
