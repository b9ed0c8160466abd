/** How a command ends other than well. Both messages are one line. */

/** A refusal or a failure: exit code 1. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** The command was called wrongly: exit code 2. */
export class Usage extends Error {
  override readonly name = 'Usage';
}

/** One line whatever it was made from. */
export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
