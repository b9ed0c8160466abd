import { afterEach, expect, test, vi } from 'vitest';
import { call } from './client.ts';

afterEach(() => vi.unstubAllGlobals());

test('whoever saves is named in full, whatever the letters', async () => {
  const sent: (string | null)[] = [];
  vi.stubGlobal('fetch', async (_: string, { headers }: RequestInit) => {
    sent.push(new Headers(headers).get('x-actor'));
    return new Response('{}', { headers: { 'content-type': 'application/json' } });
  });
  for (const actor of ['Ann Lee', 'Łukasz', 'Zoë\ud83d', '']) await call('/scenarios/a', { actor });
  expect(sent).toEqual(['Ann Lee', "UTF-8''%C5%81ukasz", "UTF-8''Zo%C3%AB", null]);
});
