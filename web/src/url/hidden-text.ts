/** Half of a letter, as a cut through a text leaves it: no address can carry that. */
const HALF = /\p{Surrogate}/gu;

/** A free text inside a part: its own `,` and `!` are escaped once more. */
export const hiddenText = (text: string) =>
  encodeURIComponent(text.replace(HALF, '')).replace(/!/g, '%21');

export function readText(text: string | undefined): string | undefined {
  try {
    return text ? decodeURIComponent(text) : undefined;
  } catch {
    return undefined;
  }
}
