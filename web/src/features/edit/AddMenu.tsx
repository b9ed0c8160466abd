import { Button, Menu } from '@mantine/core';
import { KINDS } from '@msp-impact/contract/codes';
import { useState } from 'react';
import { capital, KIND_WORDS } from '../../ui/words.ts';
import { Editor } from './Editor.tsx';
import type { EditTarget } from './target.ts';

interface AddMenuProps {
  /** Ends or supplier that are known already, where it is opened from an entry. */
  readonly from?: string;
  readonly to?: string;
  readonly supplier?: string;
}

/** Adds one thing by hand, with the form for it. */
export function AddMenu({ from, to, supplier = '' }: AddMenuProps) {
  const [target, setTarget] = useState<EditTarget>();
  const link = { type: 'dependency', ...(from ? { from } : {}), ...(to ? { to } : {}) } as const;
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default">Add by hand ▾</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {KINDS.map((kind) => (
            <Menu.Item key={kind} onClick={() => setTarget({ type: 'node', kind })}>
              {capital(KIND_WORDS[kind].one)}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => setTarget(link)}>Link: who relies on what</Menu.Item>
          <Menu.Item onClick={() => setTarget({ type: 'contract', supplier })}>Contract</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Editor target={target} onClose={() => setTarget(undefined)} />
    </>
  );
}
