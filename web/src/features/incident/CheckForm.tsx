import { Button, NumberInput, Radio, Textarea, TextInput } from '@mantine/core';
import type { NewCheck } from '@msp-impact/contract';
import { type FormEvent, useState } from 'react';
import { NodePicker, type Picked } from '../../ui/NodePicker.tsx';
import { compact } from '../../url/compact.ts';
import s from './incident.module.css';

interface CheckFormProps {
  readonly author: string;
  readonly staleAfterHours: number;
  readonly busy: boolean;
  readonly onAuthor: (name: string) => void;
  /** `done` empties the form. */
  readonly onLog: (check: NewCheck, done: () => void) => void;
}

type Seen = 'works' | 'reduced' | 'stopped';
const LEVEL = { works: 1, stopped: 0 } as const;

/** Who saw what, and when. */
export function CheckForm(props: CheckFormProps) {
  const [node, setNode] = useState<Picked>();
  const [picker, setPicker] = useState(0);
  const [seen, setSeen] = useState<Seen>('works');
  const [left, setLeft] = useState(50);
  const [ago, setAgo] = useState(0);
  const [lasts, setLasts] = useState<number>();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const by = props.author.trim();
    setMissing(!node || !by);
    if (!node || !by) return;
    const check = compact({
      node: node.id,
      level: seen === 'reduced' ? left / 100 : LEVEL[seen],
      by,
      text: text.trim() || undefined,
      at: ago > 0 ? new Date(Date.now() - ago * 60_000).toISOString() : undefined,
      staleAfterHours: lasts,
    });
    props.onLog(check, () => {
      setNode(undefined);
      setPicker((old) => old + 1);
      setText('');
      setAgo(0);
    });
  };
  return (
    <form className={s.form} onSubmit={submit} noValidate aria-label="Log a check">
      <NodePicker key={picker} label="What was checked?" onPick={setNode} />
      {missing && !node && <p className={s.problem}>Choose what was checked.</p>}
      <Radio.Group label="What was seen?" value={seen} onChange={(value) => setSeen(value as Seen)}>
        <div className={s.row}>
          <Radio value="works" label="It works" />
          <Radio value="stopped" label="Stopped" />
          <Radio value="reduced" label="Reduced to" />
          <NumberInput
            aria-label="Percent left"
            className={s.short ?? ''}
            disabled={seen !== 'reduced'}
            hideControls={seen !== 'reduced'}
            suffix=" %"
            min={1}
            max={99}
            value={left}
            onChange={(value) => setLeft(Math.min(99, Math.max(1, Number(value) || 1)))}
          />
        </div>
      </Radio.Group>
      <TextInput
        label="Who saw it?"
        maxLength={200}
        value={props.author}
        error={missing && !props.author.trim() ? 'Say who saw it' : undefined}
        onChange={(event) => props.onAuthor(event.currentTarget.value)}
      />
      <div className={s.row}>
        <NumberInput
          label="Minutes ago"
          className={s.half ?? ''}
          min={0}
          max={10_080}
          value={ago}
          onChange={(value) => setAgo(Math.max(0, Number(value) || 0))}
        />
        <NumberInput
          label="Goes stale after hours"
          className={s.half ?? ''}
          min={0.5}
          max={720}
          step={0.5}
          value={lasts ?? props.staleAfterHours}
          onChange={(value) => setLasts(Number(value) > 0 ? Number(value) : undefined)}
        />
      </div>
      <Textarea
        label="Note"
        rows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" loading={props.busy}>
          Log this check
        </Button>
      </div>
    </form>
  );
}
