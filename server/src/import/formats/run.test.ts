import { describe, expect, test } from 'vitest';
import { memoryReader } from '../../store/memory-reader.ts';
import { importText } from '../import.ts';
import { importFiles } from './import.ts';
import { readFormat } from './run.ts';
import { example } from './testing/examples.ts';
import { EMPTY, fileOf } from './testing/read-with.ts';

const FILES = ['advanced-2022.cmdb_ci.csv', 'advanced-2022.cmdb_rel_ci.csv'].map(example);
const LARGE = fileOf(
  'large.csv',
  `sys_id,name,sys_class_name\n${Array.from({ length: 100_000 }, (_, i) => `${i},item ${i},x`).join('\n')}`,
);

describe('a reader in a worker', () => {
  test('answers what it answers in place, to the import that asked', async () => {
    const request = { format: 'servicenow', files: FILES } as const;
    const { answer, writes } = await importFiles(request, memoryReader(EMPTY));
    expect(answer).toMatchObject({ format: 'servicenow', mode: 'add', read: 10, errors: [] });
    expect(answer.difference.created).toBe(13);
    expect(writes).toHaveLength(13);
  });

  test('is stopped when it takes too long, and nothing of the file is taken', async () => {
    const limits = { time: 1, memory: 1000 };
    const { errors, candidates } = await readFormat('servicenow', [LARGE], { limits });
    expect(errors[0]?.reason).toContain('it was stopped');
    expect(candidates).toEqual([]);
  });

  test('is stopped when it needs too much memory', async () => {
    const limits = { time: 60_000, memory: 16 };
    const { errors } = await readFormat('servicenow', [LARGE], { limits });
    expect(errors[0]?.reason).toBe('reading needs more than 16 MB; it was stopped');
  });

  test('can be stopped from outside', async () => {
    const stopper = new AbortController();
    const reading = readFormat('servicenow', [LARGE], { signal: stopper.signal });
    stopper.abort(new Error('no longer wanted'));
    await expect(reading).rejects.toThrow('no longer wanted');
  });

  test('reads what comes over the API, as text or as bytes in base64', async () => {
    const [items, relations] = FILES.map(({ name, bytes }) => ({
      name,
      bytes: Buffer.from(bytes ?? ''),
    }));
    const asked = { format: 'servicenow', name: items?.name ?? '' } as const;
    for (const base64 of [false, true]) {
      const coded = (bytes?: Buffer) => bytes?.toString(base64 ? 'base64' : 'utf8') ?? '';
      const more = [{ name: relations?.name ?? '', text: coded(relations?.bytes) }];
      const request = { ...asked, text: coded(items?.bytes), more, base64 };
      const { answer } = await importText(request, memoryReader(EMPTY));
      expect(answer.difference.created).toBe(13);
    }
  });

  test('refuses files that cannot be read, with their names', async () => {
    const files = [...FILES, fileOf('empty.csv', '')];
    const { answer } = await importFiles({ format: 'servicenow', files }, memoryReader(EMPTY));
    expect(answer.errors).toEqual([{ path: 'empty.csv', reason: 'the file is empty' }]);
    expect(answer.difference.created).toBe(0);
  });
});
