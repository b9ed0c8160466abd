import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { MappingAnswer, SavedMapping } from '@msp-impact/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { importApi } from '../../api/import.ts';
import { errorSentence } from '../../ui/States.tsx';
import { sayDone, sayProblem } from '../../ui/toasts.ts';
import css from './data.module.css';
import type { SheetProps } from './Sheets.tsx';

const KEY = ['mappings'];

/** What was put right once, under a name, for the next file of the same sort. */
export function SavedMappings(props: SheetProps) {
  const { sheet, options, onOptions } = props;
  const saved = useQuery({ queryKey: KEY, queryFn: importApi.mappings, staleTime: 10_000 });
  const fitting = (saved.data?.mappings ?? []).filter(({ mapping }) => fits(mapping, sheet));
  const use = (id: string) => {
    const found = fitting.find((one) => one.id === id)?.mapping;
    if (found) onOptions(withMapping(options, sheet.sheet, found));
  };
  return (
    <div className={css.row}>
      {fitting.length > 0 && (
        <NativeSelect
          aria-label="Use a saved mapping"
          value=""
          data={[
            { value: '', label: 'Use a saved mapping …' },
            ...fitting.map((one) => ({ value: one.id, label: one.mapping.name })),
          ]}
          onChange={(event) => use(event.currentTarget.value)}
        />
      )}
      <Save {...props} saved={saved.data?.mappings ?? []} />
    </div>
  );
}

/** Most of its headings are there. */
function fits({ columns }: SavedMapping, { columns: here }: SheetProps['sheet']): boolean {
  const headers = Object.keys(columns);
  const there = headers.filter((header) => here.some((one) => one.header === header)).length;
  return there > 0 && there >= headers.length / 2;
}

function withMapping(options: SheetProps['options'], sheet: string, saved: SavedMapping) {
  const { kind, columns, valueBasis, minimumLevel } = saved;
  return {
    ...options,
    mapping: { ...options.mapping, [sheet]: columns },
    ...(kind && { kinds: { ...options.kinds, [sheet]: kind } }),
    ...(valueBasis && { valueBasis }),
    ...(minimumLevel !== undefined && { minimumLevel }),
  };
}

function Save(props: SheetProps & { readonly saved: readonly MappingAnswer[] }) {
  const { sheet, options, saved } = props;
  const [name, setName] = useState('');
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => importApi.saveMapping(mappingOf(name.trim(), sheet, options)),
    onSuccess: ({ mapping }) => {
      setName('');
      sayDone(`Saved what the columns mean as “${mapping.name}”.`);
      void client.invalidateQueries({ queryKey: KEY });
    },
    onError: (error) => sayProblem(`It was not saved. ${errorSentence(error)}`),
  });
  const over = saved.some(({ mapping }) => mapping.name === name.trim());
  return (
    <form
      className={css.row}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) save.mutate();
      }}
    >
      <TextInput
        aria-label="Name to save this mapping under"
        placeholder="Name for the next file like this"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={!name.trim()} loading={save.isPending}>
        {over ? 'Save over it' : 'Save the mapping'}
      </Button>
    </form>
  );
}

/** Columns with the same heading twice cannot be told apart; the first is kept. */
function mappingOf(
  name: string,
  { kind, columns, asks }: SheetProps['sheet'],
  { valueBasis, minimumLevel }: SheetProps['options'],
): SavedMapping {
  const meant: Record<string, string> = {};
  for (const { header, column } of columns) if (header !== '') meant[header] ??= column;
  return {
    name,
    columns: meant,
    ...(kind && { kind }),
    ...(asks.includes('valueBasis') && valueBasis && { valueBasis }),
    ...(asks.includes('minimumLevel') && minimumLevel !== undefined && { minimumLevel }),
  };
}
