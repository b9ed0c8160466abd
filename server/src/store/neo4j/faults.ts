/** What goes wrong between here and a Neo4j server, as the port's codes and one plain line each. */
import { Conflict, StoreFault, type StoreFaultCode } from '../port.ts';

interface Rule {
  readonly matches: (code: string, message: string) => boolean;
  readonly code: StoreFaultCode;
  readonly says: (uri: string, message: string) => string;
}

const starts = (prefix: string) => (code: string) => code.startsWith(prefix);

/** The first that matches counts. */
const RULES: readonly Rule[] = [
  {
    matches: starts('Neo.ClientError.Security.'),
    code: 'unauthorised',
    says: (uri) =>
      `Neo4j at ${uri} refused the user or the password. Check NEO4J_USER and NEO4J_PASSWORD.`,
  },
  {
    matches: starts('Neo.ClientError.Database.DatabaseNotFound'),
    code: 'unreachable',
    says: (uri, message) =>
      `Neo4j at ${uri} has no such database (${message}). Check NEO4J_DATABASE.`,
  },
  {
    matches: (code) => /DatabaseUnavailable|ReadOnly|NotALeader|DatabaseNotAvailable/.test(code),
    code: 'unreachable',
    says: (uri) => `Neo4j at ${uri} is starting, stopping or read-only. Try again in a moment.`,
  },
  {
    matches: (code) => /OutOfMemory/.test(code),
    code: 'not-writable',
    says: (uri) =>
      `Neo4j at ${uri} has too little memory for a change of this size; nothing was changed. Raise its heap (600,000 items take 4 GB).`,
  },
  {
    matches: (code) =>
      /TransactionTimedOut|LockAcquisition|DeadlockDetected|^Neo\.Transient/.test(code),
    code: 'busy',
    says: (uri) =>
      `Neo4j at ${uri} was busy with another change for too long; nothing was changed. Try again.`,
  },
  {
    matches: (code, message) => starts('Neo.DatabaseError.')(code) && /disk|space/i.test(message),
    code: 'not-writable',
    says: (uri, message) => `Neo4j at ${uri} cannot write (${message}). Check its disk.`,
  },
  {
    matches: (code, message) =>
      /ServiceUnavailable|SessionExpired/.test(code) ||
      /acquisition timed out|pool is closed/i.test(message),
    code: 'unreachable',
    says: (uri) =>
      `Neo4j at ${uri} does not answer. Check that it runs and that NEO4J_URI is right.`,
  },
];

const oneLine = (text: string) => text.split('\n', 1)[0] ?? '';

/** Gives an error of the driver its place in the port; what is no fault of the store passes. */
export function toFault(error: unknown, uri: string): unknown {
  if (error instanceof Conflict || error instanceof StoreFault) return error;
  const { code, message = '' } = error as { code?: unknown; message?: string };
  if (typeof code !== 'string') return error;
  const rule = RULES.find((one) => one.matches(code, message));
  return rule
    ? new StoreFault(rule.code, rule.says(uri, oneLine(message)), { cause: error })
    : error;
}

/** The answer, or StoreFault 'unreachable' after `ms`: a server may fall silent in mid-request. */
export async function within<T>(ms: number, uri: string, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    const text = `Neo4j at ${uri} gave no answer for ${Math.round(ms / 1000)} s. What was being changed may or may not be stored: read it again.`;
    timer = setTimeout(() => reject(new StoreFault('unreachable', text)), ms);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
