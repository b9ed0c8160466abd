/** The network, and nothing behind it: answers each call of the API from a table. */
import type { Problem } from '@msp-impact/contract';
import { vi } from 'vitest';

export type Answers = Readonly<Record<string, unknown | ((body: unknown) => unknown)>>;

/** An answer that is a refusal. */
export class Refused {
  readonly problem: Problem;
  constructor(problem: Problem) {
    this.problem = problem;
  }
}

/** Keys are paths under /api/v1 ("/impact"); a missing one is refused with 404, an Error drops the line. */
export function answerCalls(answers: Answers): void {
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    const path = new URL(address, 'http://localhost').pathname.replace('/api/v1', '');
    const known = answers[path];
    if (known instanceof Error) throw known;
    if (known instanceof Refused) return json(known.problem, known.problem.status);
    if (known === undefined)
      return json({ type: 'about:blank', title: `No answer to ${path}`, status: 404 }, 404);
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    return json(
      typeof known === 'function' ? (known as (body: unknown) => unknown)(body) : known,
      200,
    );
  });
}

const json = (value: unknown, status: number) =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
