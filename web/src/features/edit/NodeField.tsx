import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Kind } from '@msp-impact/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { KIND_WORDS } from '../../ui/words.ts';
import css from './edit.module.css';
import { useFault } from './faults-context.ts';
import type { FieldProps } from './fields.tsx';

interface NodeFieldProps extends FieldProps<string> {
  /** Only these; absent = all. */
  readonly kinds?: readonly Kind[];
  readonly required?: boolean;
  readonly readOnly?: boolean;
}

interface Found {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
}

/** The chosen one by name, before anything is searched. */
function useChosen(id: string) {
  return useQuery({
    queryKey: ['name', id],
    enabled: id !== '',
    queryFn: async (): Promise<Found> => (await api.node(id)).item,
  });
}

function useFound(text: string) {
  const [q] = useDebouncedValue(text.trim(), 150);
  return useQuery({
    queryKey: ['pick', q],
    enabled: q !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.search(q, signal),
  });
}

/** A supplier, product, service or area, found by name. */
export function NodeField(props: NodeFieldProps) {
  const { place, value, onChange, kinds, required = false } = props;
  const [text, setText] = useState('');
  const chosen = useChosen(value);
  const found = useFound(text);
  const options = new Map<string, Found>();
  if (chosen.data) options.set(value, chosen.data);
  else if (value) options.set(value, { id: value, name: value, kind: 'product' });
  for (const one of found.data?.nodes ?? []) {
    if (!kinds || kinds.includes(one.kind)) options.set(one.id, one);
  }
  return (
    <Select
      data-place={place}
      label={props.label}
      description={props.readOnly ? undefined : (props.description ?? 'Type a part of its name.')}
      error={useFault(place)}
      withAsterisk={required}
      readOnly={props.readOnly ?? false}
      searchable
      clearable={!required}
      clearButtonProps={{ 'aria-label': `Empty ${props.label}` }}
      data={[...options.values()].map(({ id, name }) => ({ value: id, label: name }))}
      // The server has searched already, by more than the name.
      filter={({ options: all }) => all}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      searchValue={text}
      onSearchChange={setText}
      nothingFoundMessage={found.isFetching ? 'Searching …' : text ? 'Nothing found' : undefined}
      renderOption={({ option }) => <Option found={options.get(option.value)} />}
      maxDropdownHeight={280}
    />
  );
}

function Option({ found }: { readonly found: Found | undefined }) {
  if (!found) return null;
  return (
    <span>
      {found.name}{' '}
      <span className={css.quiet}>
        {KIND_WORDS[found.kind].one}, {found.id}
      </span>
    </span>
  );
}
