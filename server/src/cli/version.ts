import { readFileSync } from 'node:fs';

/** Of the package; as far from src/ as from dist/. */
export function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
