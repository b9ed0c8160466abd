/** What no field of ours holds, kept as texts. */

const MAX_TEXT = 5000;
const MAX_KEY = 500;
const MAX_KEYS = 100;

export class Attributes {
  readonly #map: Record<string, string> = {};
  #count = 0;
  /** Keys whose values had no room. */
  readonly left: string[] = [];

  /** Nested objects by their path (`award.status`); lists of texts joined, others as JSON. */
  add(key: string, value: unknown): void {
    if (value === null || value === undefined || value === '') return;
    if (typeof value !== 'object') this.#set(key, String(value));
    else if (!Array.isArray(value)) {
      for (const [inner, one] of Object.entries(value)) this.add(`${key}.${inner}`, one);
    } else if (value.every((one) => typeof one !== 'object')) this.#set(key, value.join('; '));
    else this.#set(key, JSON.stringify(value));
  }

  /** undefined when there is none. */
  get all(): Record<string, string> | undefined {
    return this.#count > 0 ? this.#map : undefined;
  }

  #set(key: string, text: string): void {
    if (text === '') return;
    if (text.length > MAX_TEXT || key.length > MAX_KEY || this.#count >= MAX_KEYS) {
      this.left.push(key.slice(0, MAX_KEY));
    } else if (key !== '' && key !== '__proto__') {
      if (!Object.hasOwn(this.#map, key)) this.#count++;
      this.#map[key] = text;
    }
  }
}
