import { describe, expect, test } from 'vitest';
import { base64Of, fromFiles, isLarge, preview, sizeWords } from './source.ts';

describe('the first lines', () => {
  test('are cells, with quotes taken off and the separator found', () => {
    expect(preview('system;supplier\nEPR;"Acme; Ltd"\n')).toEqual({
      shape: 'table',
      rows: [
        ['system', 'supplier'],
        ['EPR', 'Acme; Ltd'],
      ],
      more: false,
    });
    expect(preview('a\tb\n"say ""hi"""\t2').shape).toBe('table');
  });
  test('of a graph document are shown as they are', () => {
    expect(preview('{\n "format": "x"\n}')).toEqual({
      shape: 'text',
      lines: ['{', ' "format": "x"', '}'],
      more: false,
    });
  });
  test('are five, however large the text is', () => {
    const large = `a,b\n${'1,2\n'.repeat(2_000_000)}`;
    const started = performance.now();
    const shown = preview(large);
    expect(shown).toMatchObject({ shape: 'table', more: true });
    expect(shown.shape === 'table' && shown.rows).toHaveLength(5);
    expect(performance.now() - started).toBeLessThan(50);
  });
});

test('sizes read well', () => {
  expect([812, 34_200, 1_234_567].map(sizeWords)).toEqual(['812 bytes', '34 kB', '1.2 MB']);
});

test('a workbook is kept as its bytes; another file that is no text says what to do', async () => {
  const workbook = new File([new Uint8Array([80, 75, 3, 4, 0, 0])], 'list.xlsx');
  const { files } = await fromFiles([workbook]);
  expect(files[0].bytes).toHaveLength(6);
  expect(await base64Of(files[0].bytes as Uint8Array)).toBe('UEsDBAAA');
  const binary = new File([new Uint8Array([1, 0, 3, 4, 0, 0])], 'list.bin');
  await expect(fromFiles([binary])).rejects.toThrow('Save the sheet as CSV');
});

test('of a large file the beginning alone is read', async () => {
  const large = new File(['a,b\n', '1,2\n'.repeat(2_000_000)], 'large.csv');
  const source = await fromFiles([large]);
  expect(isLarge(source)).toBe(true);
  expect(source.files[0].text.length).toBeLessThan(200_000);
});

test('a sheet saved by an older spreadsheet keeps its letters', async () => {
  const western = new File([new Uint8Array([0x43, 0x61, 0x66, 0xe9])], 'list.csv');
  const wide = new File([new Uint8Array([0xff, 0xfe, 0x43, 0, 0xe9, 0])], 'list.csv');
  expect((await fromFiles([western])).files[0].text).toBe('Café');
  expect((await fromFiles([wide])).files[0].text).toBe('Cé');
});
