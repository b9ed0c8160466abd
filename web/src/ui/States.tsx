import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiProblem, ConnectionLost } from '../api/client.ts';
import kit from './kit.module.css';

/** Nothing there, and what to do next. */
export function EmptyState(props: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={kit.empty}>
      <p className={kit.emptyTitle}>{props.title}</p>
      {props.children}
    </div>
  );
}

/** One plain sentence for whatever went wrong; the places of a refusal are listed below it. */
export function errorSentence(error: unknown): string {
  if (error instanceof ConnectionLost) return 'The server does not answer.';
  if (error instanceof ApiProblem) return notOnRecord(error) ?? error.message;
  return error instanceof Error ? error.message : 'Something went wrong.';
}

/** Where a question names what may be gone by now. */
const ASKED = /^\$\.(question\.|(query|scope)\.(node|within|currency|buyer)$)/;

/** A link made on other data names what is not here: say that, not where in the request it stood. */
function notOnRecord({ problem }: ApiProblem): string | undefined {
  const faults = (problem.errors ?? []).filter((fault) => ASKED.test(fault.path));
  const names = faults.flatMap((fault) =>
    typeof fault.value === 'string' ? [`“${fault.value}”`] : [],
  );
  if (names.length === 0 || names.length < (problem.errors?.length ?? 0)) return undefined;
  const them =
    names.length > 1 ? 'are not on record here. Take them' : 'is not on record here. Take it';
  return `${names.join(', ')} ${them} out of the question.`;
}

/** What stands in place of an answer that failed: no state on the screen may pass for one. */
export const NOT_CALCULATED = 'Not calculated. Do not take this as safe.';

/** In place of an answer; nothing while all is well. */
export function NotCalculated(props: { readonly error: unknown; readonly onRetry: () => unknown }) {
  const { error, onRetry } = props;
  if (!error) return null;
  return <ErrorState error={error} title={NOT_CALCULATED} onRetry={() => void onRetry()} />;
}

export function ErrorState(props: {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
}) {
  const problem = props.error instanceof ApiProblem ? props.error : undefined;
  const told = problem !== undefined && notOnRecord(problem) !== undefined;
  const all = told ? [] : (problem?.problem.errors ?? []);
  // One fault is the message itself.
  const faults = all.filter((fault) => !problem?.message.includes(fault.reason));
  return (
    <div className={kit.error} role="alert">
      <p className={kit.emptyTitle}>{props.title ?? 'This did not work.'}</p>
      <p>{errorSentence(props.error)}</p>
      {faults.length > 0 && (
        <ul>
          {faults.slice(0, 5).map((fault) => (
            <li key={`${fault.path} ${fault.reason}`}>
              {fault.path ? `${fault.path}: ` : ''}
              {fault.reason}
            </li>
          ))}
        </ul>
      )}
      {props.onRetry && (
        <Button size="compact-md" variant="default" onClick={props.onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
