/** A free text inside a part: its own `,` and `!` are escaped once more. */
export const hiddenText = (text: string) => encodeURIComponent(text).replace(/!/g, '%21');
export function readText(text: string | undefined): string | undefined {
  try {
    return text ? decodeURIComponent(text) : undefined;
  } catch {
    return undefined;
  }
}
