/** How a test looks at a refusal. */
import { expect } from 'vitest';
import { StoreFault, type StoreFaultCode } from '../port.ts';

/** Expects a StoreFault with `code` and a message of one line; returns the message. */
export async function expectFault(
  attempt: Promise<unknown>,
  code: StoreFaultCode,
): Promise<string> {
  const fault = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(StoreFault);
  const { code: found, message } = fault as StoreFault;
  expect(found).toBe(code);
  expect(message).not.toContain('\n');
  return message;
}
