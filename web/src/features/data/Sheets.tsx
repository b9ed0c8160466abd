import { NativeSelect, NumberInput } from '@mantine/core';
import type { SheetReading } from '@msp-impact/contract';
import { useState } from 'react';
import { Scroll } from '../../ui/Scroll.tsx';
import { count } from '../../ui/words.ts';
import { Asked } from './Asked.tsx';
import css from './data.module.css';
import { columnWord, GUESS_WORDS, KIND_CHOICES, SHEET_WORDS, UNIT_WORDS } from './mapping-words.ts';
import type { Options } from './run-import.ts';
import { SavedMappings } from './SavedMappings.tsx';

export interface SheetProps {
  readonly sheet: SheetReading;
  readonly options: Options;
  readonly onOptions: (options: Options) => void;
}

type SheetsProps = Omit<SheetProps, 'sheet'> & { readonly sheets: readonly SheetReading[] };

/** What each table holds and what its columns mean: guessed, and put right here. */
export function Sheets({ sheets, ...props }: SheetsProps) {
  const asked = sheets.filter(({ kind }) => kind !== 'own');
  return asked.map((sheet) => <Sheet key={sheet.file} sheet={sheet} {...props} />);
}

function Sheet(props: SheetProps) {
  const { sheet, options } = props;
  const skipped = options.kinds?.[sheet.sheet] === 'skip';
  return (
    <section className={css.sheet} aria-label={`Columns of ${sheet.file}`}>
      <div className={`${css.row} ${css.spread}`}>
        <p>
          <strong>{sheet.sheet}</strong>{' '}
          <span className={css.quiet}>{count(sheet.rows, 'row')}</span>
        </p>
        <KindChoice {...props} />
      </div>
      {sheet.kind === undefined && !skipped && (
        <p className={css.notice}>
          Its headings belong to nothing that we know. Say above what it holds, or leave it out.
        </p>
      )}
      <HeadingRow {...props} />
      {sheet.kind !== undefined && (
        <>
          <SavedMappings {...props} />
          <Columns {...props} />
          <Asked {...props} />
        </>
      )}
    </section>
  );
}

const MOST_ROWS = 1000;

/** Titles may stand above the headings: which row was taken, and another one in its place. */
function HeadingRow({ sheet, options, onOptions }: SheetProps) {
  const { headingRow } = sheet;
  const [typed, setTyped] = useState<number | string>();
  if (headingRow === undefined || (headingRow === 1 && sheet.kind !== undefined)) return null;
  return (
    <NumberInput
      label="Its headings stand in row"
      description="What stands above is left out."
      value={typed ?? headingRow}
      min={1}
      max={MOST_ROWS}
      clampBehavior="strict"
      allowDecimal={false}
      onChange={(row) => {
        setTyped(row);
        if (typeof row !== 'number' || row === headingRow) return;
        onOptions({ ...options, headingRows: { ...options.headingRows, [sheet.sheet]: row } });
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

function KindChoice({ sheet, options, onOptions }: SheetProps) {
  const choose = (value: string) => {
    const { [sheet.sheet]: _, ...others } = options.kinds ?? {};
    const { [sheet.sheet]: __, ...mapping } = options.mapping ?? {};
    const kinds = value === '' ? others : { ...others, [sheet.sheet]: value };
    // Columns mean other things in another sort of table.
    onOptions({ ...options, mapping, kinds: kinds as NonNullable<Options['kinds']> });
  };
  const told = options.kinds?.[sheet.sheet];
  return (
    <NativeSelect
      aria-label={`What ${sheet.sheet} holds`}
      value={told ?? sheet.kind ?? ''}
      data={[
        ...(sheet.kind === undefined ? [{ value: '', label: 'Not known' }] : []),
        ...KIND_CHOICES.map((kind) => ({ value: kind as string, label: SHEET_WORDS[kind] })),
        { value: 'skip', label: 'Leave it out' },
      ]}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

function Columns({ sheet, options, onOptions }: SheetProps) {
  const choose = (header: string, column: string) => {
    const mine = { ...options.mapping?.[sheet.sheet], [header]: column };
    onOptions({ ...options, mapping: { ...options.mapping, [sheet.sheet]: mine } });
  };
  const choices = [
    { value: '', label: 'Another column: kept as it is' },
    ...sheet.choices.map(({ name }) => ({ value: name, label: columnWord(name) })),
  ];
  return (
    <Scroll className={css.scroll} label="Headings and what they mean">
      <table className={css.table}>
        <caption>What the columns mean</caption>
        <thead>
          <tr>
            <th scope="col">Heading</th>
            <th scope="col">For example</th>
            <th scope="col">Means</th>
            <th scope="col">Found</th>
          </tr>
        </thead>
        <tbody>
          {sheet.columns.map(({ header, column, by, samples, unit }) => (
            <tr key={header}>
              <th scope="row">{header}</th>
              <td className={css.quiet}>{samples.join(' · ')}</td>
              <td className={css.means}>
                <NativeSelect
                  aria-label={`What ${header} means`}
                  size="xs"
                  value={column}
                  data={choices}
                  onChange={(event) => choose(header, event.currentTarget.value)}
                />
                {unit && <span className={css.quiet}>Plain numbers are {UNIT_WORDS[unit]}</span>}
              </td>
              <td className={`${css.quiet} ${css.short}`}>{GUESS_WORDS[by]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
