import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useFault } from './faults-context.ts';

/** Products of one supplier that are looked at for links to offer. */
const PRODUCTS = 20;

/** The links of a supplier and of what it supplies directly. */
async function linksOf(supplier: string): Promise<string[]> {
  const { reliedOnBy } = await api.node(supplier);
  const products = [...new Set(reliedOnBy.map(({ to }) => to))].slice(0, PRODUCTS);
  const answers = await Promise.all(products.map((product) => api.node(product)));
  const links = [...reliedOnBy, ...answers.flatMap((answer) => answer.reliedOnBy)];
  return [...new Set(links.map(({ id }) => id))];
}

interface LinkChoiceProps {
  readonly supplier: string;
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Which links a contract covers: those of its supplier are offered, others can be typed. */
export function LinkChoice({ supplier, value, onChange }: LinkChoiceProps) {
  const links = useQuery({
    queryKey: ['links-of', supplier],
    enabled: supplier !== '',
    staleTime: 60_000,
    queryFn: () => linksOf(supplier),
  });
  return (
    <TagsInput
      data-place="/dependencies"
      label="Links it covers"
      description="Choose from the links of the supplier, or type the short id of another."
      value={[...value]}
      data={links.data ?? []}
      limit={50}
      error={useFault('/dependencies')}
      size="xs"
      onChange={onChange}
    />
  );
}
