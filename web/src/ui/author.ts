/** Who writes: remembered on this device alone, so that it is typed once. */
const KEY = 'impact-mapper.author';

export function rememberedAuthor(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return ''; // storage is switched off: the name is asked each time
  }
}

export function rememberAuthor(name: string): void {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // storage is switched off or full: nothing that matters is lost
  }
}
