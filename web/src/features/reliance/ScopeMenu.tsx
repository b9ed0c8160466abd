import { Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useName } from '../../api/reliance.ts';
import controls from '../../ui/controls.module.css';
import { NodePicker } from '../../ui/NodePicker.tsx';
import { capital, KIND_WORDS } from '../../ui/words.ts';
import type { Scope } from '../../url/reliance.ts';
import menuCss from './menu.module.css';
import s from './reliance.module.css';
import type { QuestionProps } from './SharesQuestion.tsx';
import { type ScopeGroup, scopeGroups } from './scopes.ts';

/** "everything", or one part of it: what one node relies on, a kind, a category, a tag, a buyer. */
export function ScopeMenu({ view, change, choices, area }: QuestionProps) {
  const [opened, setOpened] = useState(false);
  const [sought, setSought] = useState('');
  const name = useName(view.scope?.kind === 'node' ? view.scope.id : undefined);
  const shown = scopeWords(view.scope, name);
  const choose = (scope: Scope | undefined) => {
    setOpened(false);
    setSought('');
    change(({ scope: _, ...old }) => (scope ? { ...old, scope } : old));
  };
  const groups = scopeGroups(choices, view.measure, sought, area);
  return (
    <Popover opened={opened} onChange={setOpened} width={320} position="bottom-start" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={controls.chip}
          aria-label={`Which part: ${shown}`}
          onClick={() => setOpened(!opened)}
        >
          <span className={menuCss.clip}>{shown}</span> <span aria-hidden="true">▾</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Which part">
        <div className={menuCss.menu}>
          <button type="button" className={menuCss.choice} onClick={() => choose(undefined)}>
            Everything
          </button>
          <NodePicker
            label="What one service, product or area relies on"
            withinPortal={false}
            onPick={(node) => choose({ kind: 'node', id: node.id })}
          />
          <TextInput
            label="Category, tag or buyer"
            placeholder="Type to narrow the list"
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
          <div className={menuCss.menuList}>
            {groups.map((group) => (
              <Group key={group.title} group={group} onChoose={choose} />
            ))}
            {groups.length === 0 && <p className={s.quiet}>Nothing has this name.</p>}
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Group(props: { readonly group: ScopeGroup; readonly onChoose: (scope: Scope) => void }) {
  const { title, scopes, more } = props.group;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, these are choices
    <div role="group" aria-label={title}>
      <h4>{title}</h4>
      {scopes.map(({ label, scope }) => (
        <button
          key={label}
          type="button"
          className={menuCss.choice}
          onClick={() => props.onChoose(scope)}
        >
          {label}
        </button>
      ))}
      {more > 0 && <p className={s.quiet}>{more.toLocaleString('en-GB')} more: type to find</p>}
    </div>
  );
}

const isKind = (word: string): word is keyof typeof KIND_WORDS => Object.hasOwn(KIND_WORDS, word);

function scopeWords(scope: Scope | undefined, name: string | undefined): string {
  if (!scope) return 'everything';
  if (scope.kind === 'node') return `what ${name ?? scope.id} relies on`;
  if (scope.kind === 'buyer') return `contracts of ${scope.name}`;
  return isKind(scope.word) ? `contracts for ${KIND_WORDS[scope.word].many}` : capital(scope.word);
}
