import { Button, Textarea } from '@mantine/core';
import { type ChangeEvent, type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import css from './data.module.css';
import { fromFiles, pasted, type Source } from './source.ts';

/** A text box with megabytes in it freezes the tab: a large paste is taken as a file. */
const LARGE_PASTE = 100_000;

interface BringProps {
  readonly onSource: (source: Source) => void;
}

/** Paste, drop or choose a file. */
export function Bring({ onSource }: BringProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  const take = async (list: FileList | null) => {
    const [first, ...rest] = [...(list ?? [])];
    if (!first) return;
    setProblem(undefined);
    await fromFiles([first, ...rest]).then(onSource, (error: Error) => setProblem(error.message));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files);
  };
  const paste = (event: ClipboardEvent) => {
    const large = event.clipboardData.getData('text/plain');
    if (large.length < LARGE_PASTE) return;
    event.preventDefault();
    onSource(pasted(large));
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    // Emptied afterwards, so that the same file, corrected, can be chosen again.
    void take(input.files).finally(() => {
      input.value = '';
    });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has a button beside it that does the same
    <div
      className={css.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={css.row}>
        <Button onClick={() => chooser.current?.click()}>Choose files</Button>
        <span className={css.quiet}>
          or drop them here (nodes.csv and links.csv together), or paste below
        </span>
        <input
          ref={chooser}
          type="file"
          hidden
          multiple
          aria-label="Files to bring in"
          accept=".json,.jsonl,.csv,.tsv,.txt,.xlsx,.zip,.xml,.yaml,.yml"
          onChange={choose}
        />
      </div>
      <Textarea
        label="Paste rows or a graph document"
        description="The first row names the columns. A supplier and one other column are enough."
        placeholder={'system,supplier,product,service,area,share,contract end'}
        rows={5}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={paste}
        spellCheck={false}
      />
      {problem && (
        <p className={css.problem} role="alert">
          {problem}
        </p>
      )}
      <div>
        <Button variant="default" disabled={!text.trim()} onClick={() => onSource(pasted(text))}>
          Check what I pasted
        </Button>
      </div>
    </div>
  );
}
