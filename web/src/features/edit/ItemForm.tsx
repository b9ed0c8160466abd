import { Button } from '@mantine/core';
import type { Item, Problem } from '@msp-impact/contract';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { noteRevision } from '../../api/revision.ts';
import { sayDone } from '../../ui/toasts.ts';
import { sayChanged } from '../../ui/undo.ts';
import { type Clash, ConflictDialog } from './ConflictDialog.tsx';
import { draftText } from './draft/draft-parts.ts';
import type { MemberChange } from './draft/member-draft.ts';
import css from './edit.module.css';
import { FaultSummary } from './FaultSummary.tsx';
import { FaultsContext } from './faults-context.ts';
import { focusFirstField } from './focus.ts';
import type { FormKit } from './form-kit.ts';
import { useFaults } from './use-faults.ts';
import { type Theirs, useSave } from './use-save.ts';

interface ItemFormProps<T extends Item, D> {
  readonly kit: FormKit<T, D>;
  readonly start: D;
  /** What is stored; undefined = the item is new. */
  readonly stored: { readonly item: T; readonly revision: number } | undefined;
  readonly onDirty: (dirty: boolean) => void;
  readonly onSaved: (item: Item) => void;
  readonly onCancel: () => void;
  /** Closes without asking: what was typed is not wanted any more. */
  readonly onLeave: () => void;
  /** Stands at the left of the foot, e.g. Delete. */
  readonly extra?: ReactNode;
}

/** One form for every type of item: checks, saves, shows refusals in place, settles conflicts. */
export function ItemForm<T extends Item, D>(props: ItemFormProps<T, D>) {
  const { kit, start, stored, onDirty } = props;
  const isNew = stored === undefined;
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(start);
  const { faults, find, refuse, onInput } = useFaults(form, () => kit.read(draft).faults);
  const [clash, setClash] = useState<(Clash & { readonly revision: number }) | undefined>();
  const dirty = draftText(draft) !== draftText(start);
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useEffect(() => {
    // After the drawer has put the focus on its own close button.
    const timer = setTimeout(() => form.current && focusFirstField(form.current, isNew), 60);
    return () => clearTimeout(timer);
  }, [isNew]);

  const save = useSave({
    onRefused: (problem: Problem) => {
      setClash(undefined);
      refuse(problem);
    },
    onConflict: (theirs: Theirs, mine: Item) => {
      const base = stored?.item ?? mine;
      setClash({ base, mine, theirs: theirs.item, revision: theirs.revision });
    },
    onSaved: (receipt, { item }) => {
      onDirty(false);
      sayChanged(receipt, `Saved ${kit.nameOf(item as T)}.`);
      props.onSaved(item);
    },
  });
  const send = (item: Item, revision: number | undefined, members: readonly MemberChange[]) => {
    const summary = `${stored ? 'Changed' : 'Added'} ${kit.nameOf(item as T)}`;
    save.mutate({ type: kit.type, item, revision, members, summary });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Dialogs of this form are its children for React, though not on the page.
    event.stopPropagation();
    const read = kit.read(draft);
    find(read.faults);
    if (read.faults.length === 0) send(read.item, stored?.revision, read.members);
  };
  return (
    <form ref={form} className={css.form} onSubmit={submit} onInput={onInput} noValidate>
      <FaultsContext value={faults.byPlace}>
        <div className={css.fields}>
          <FaultSummary faults={faults} />
          <kit.Fields
            draft={draft}
            isNew={isNew}
            onChange={(patch) => setDraft((before) => ({ ...before, ...patch }))}
          />
        </div>
      </FaultsContext>
      <div className={css.foot}>
        {props.extra}
        <span className={css.grow} />
        <Button variant="default" onClick={props.onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={save.isPending} disabled={!dirty && !isNew}>
          Save
        </Button>
      </div>
      {clash && (
        <ConflictDialog
          key={clash.revision}
          type={kit.type}
          clash={clash}
          busy={save.isPending}
          onClose={() => setClash(undefined)}
          onKeepTheirs={() => {
            noteRevision(clash.revision);
            sayDone('Kept what is stored. Yours was not saved.');
            props.onLeave();
          }}
          onSave={(item) =>
            send(item, clash.theirs ? clash.revision : undefined, kit.read(draft).members)
          }
        />
      )}
    </form>
  );
}
