import { NumberInput, Select } from '@mantine/core';
import type { Contract } from '@msp-impact/contract';
import { useState } from 'react';
import controls from '../../ui/controls.module.css';
import { NodePicker } from '../../ui/NodePicker.tsx';
import { moneyExact } from '../../ui/reliance-words.ts';
import { contractEnd } from '../../ui/words.ts';
import type { Step, Winner } from '../../url/award.ts';
import type { Known } from './StepWords.tsx';
import { type Draft, STEP_KINDS, STEP_LABELS, stepOf } from './step-draft.ts';
import { WinnerField } from './WinnerField.tsx';
import s from './whatif.module.css';

/** One step, put together from a few fields; it is added when all that it needs is there. */
export function StepForm(props: {
  readonly contracts: readonly Contract[];
  readonly known: Known;
  readonly onAdd: (step: Step) => void;
}) {
  const [draft, setDraft] = useState<Draft>({ do: 'move' });
  const put = (over: Partial<Draft>) => setDraft((old) => ({ ...old, ...over }));
  const step = stepOf(draft);
  return (
    <div className={s.form}>
      <div className={s.kinds} role="radiogroup" aria-label="What changes">
        {STEP_KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="step"
              checked={draft.do === kind}
              onChange={() => setDraft({ do: kind })}
            />
            {STEP_LABELS[kind]}
          </label>
        ))}
      </div>
      <Fields key={draft.do} {...props} draft={draft} put={put} />
      <button
        type="button"
        className={controls.primary}
        disabled={!step}
        onClick={() => step && props.onAdd(step)}
      >
        Add this step
      </button>
    </div>
  );
}

function Fields(props: {
  readonly contracts: readonly Contract[];
  readonly known: Known;
  readonly draft: Draft;
  readonly put: (over: Partial<Draft>) => void;
}) {
  const { draft, put } = props;
  const winner = <WinnerField label="To whom" onChange={(to: Winner | undefined) => put({ to })} />;
  if (draft.do === 'move' || draft.do === 'remove') {
    return (
      <>
        <ContractField {...props} onPick={(contract) => put({ contract })} />
        {draft.do === 'move' && winner}
      </>
    );
  }
  if (draft.do === 'add') {
    return (
      <>
        {winner}
        {props.known.currency && (
          <NumberInput
            label={`Value, ${props.known.currency}`}
            min={0}
            thousandSeparator=","
            onChange={(value) => put({ value: typeof value === 'number' ? value : undefined })}
          />
        )}
        <NodePicker
          label="Who would rely on it (may stay empty)"
          kinds={['product', 'service', 'region']}
          withinPortal={false}
          onPick={(node) => put({ supplies: node.id })}
        />
      </>
    );
  }
  const [first, second] =
    draft.do === 'merge' ? ['This supplier', 'takes in'] : ['Who buys', 'who is bought'];
  return (
    <>
      <SupplierField label={first} onPick={(id) => put({ first: id })} />
      <SupplierField label={second} onPick={(id) => put({ second: id })} />
    </>
  );
}

function SupplierField(props: {
  readonly label: string | undefined;
  readonly onPick: (id: string) => void;
}) {
  return (
    <NodePicker
      label={props.label ?? ''}
      kinds={['supplier']}
      withinPortal={false}
      onPick={(node) => props.onPick(node.id)}
    />
  );
}

/** Contracts often share a title: value, end and number tell them apart. */
function contractLabel(contract: Contract, known: Known): string {
  const { id, title, value, currency } = contract;
  const worth = value === undefined || !currency ? [] : [moneyExact(value, currency)];
  const number = title === undefined ? [] : [id.replace(/^contract:/, '')];
  const parts = [
    title ?? id,
    known.supplierOf(contract),
    ...worth,
    contractEnd(contract),
    ...number,
  ];
  return parts.join(' · ');
}

function ContractField(props: {
  readonly contracts: readonly Contract[];
  readonly known: Known;
  readonly onPick: (id: string | undefined) => void;
}) {
  return (
    <Select
      label="Which contract"
      placeholder="Type a title or a supplier"
      searchable
      limit={40}
      nothingFoundMessage="No contract has this name."
      comboboxProps={{ withinPortal: false }}
      data={props.contracts.map((one) => ({
        value: one.id,
        label: contractLabel(one, props.known),
      }))}
      onChange={(id) => props.onPick(id ?? undefined)}
    />
  );
}
