import { Button, NativeSelect, Radio, Stack } from '@mantine/core';
import type { ImportAnswer, SheetReading } from '@msp-impact/contract';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { count } from '../../ui/words.ts';
import { DifferenceView } from './DifferenceView.tsx';
import css from './data.module.css';
import { FORMAT_CHOICES, type Format, formatOf } from './formats.ts';
import { SHEET_WORDS } from './mapping-words.ts';
import { PreviewTable } from './PreviewTable.tsx';
import { DocumentFaults, RejectedRows } from './Problems.tsx';
import { Progress } from './Progress.tsx';
import { recalled, remember } from './remembered.ts';
import type { Options } from './run-import.ts';
import { Sheets } from './Sheets.tsx';
import { preview, type Source, type SourceFile, sizeWords } from './source.ts';
import { type Mode, useCheck, useLoad } from './use-import.ts';

interface CheckProps {
  readonly source: Source;
  readonly onLoaded: (answer: ImportAnswer) => void;
  readonly onCancel: () => void;
}

/** What was brought in: first lines, what columns mean, problems, the difference, and then the load. */
export function Check({ source, onLoaded, onCancel }: CheckProps) {
  const [options, setOptions] = useState<Options>(() => ({ format: formatOf(source.files[0]) }));
  const [moved, setMoved] = useState(false);
  const [pending, setPending] = useState(0);
  const check = useCheck(source, options);
  const load = useLoad(source, options, {
    onMoved: () => setMoved(true),
    onLoaded: (loaded) => {
      remember(loaded.sheets ?? [], options);
      onLoaded(loaded);
    },
  });
  const answer = check.data;
  useRecalled(answer, options, setOptions);
  const busy = check.isFetching || load.isPending;
  const [asking, setAsking] = useState(false);
  const removes = answer?.mode === 'replace' && answer.difference.removed > 0;
  return (
    <div className={css.stack} style={{ marginTop: 12 }}>
      {source.files.map((file) => (
        <FileHead key={file.name} file={file} />
      ))}
      <NativeSelect
        label="What it is"
        value={options.format ?? 'auto'}
        data={FORMAT_CHOICES.map((choice) => ({ ...choice }))}
        onChange={(event) => setOptions({ format: event.currentTarget.value as Format })}
      />
      <div aria-live="polite">
        {check.isFetching && <p>Checking every row …</p>}
        {moved && (
          <p className={css.notice}>
            Someone changed the data meanwhile. The difference below is calculated anew: look at it,
            then load again.
          </p>
        )}
      </div>
      {busy && <Progress job={load.isPending ? load.job : check.job} />}
      {check.isError && <ErrorState error={check.error} onRetry={() => void check.refetch()} />}
      {answer && !check.isError && (
        <Checked answer={answer} options={options} onOptions={setOptions} onPending={setPending} />
      )}
      <div className={css.row}>
        <Button
          loading={load.isPending}
          disabled={
            !answer || check.isFetching || check.isError || pending > 0 || !loadable(answer)
          }
          onClick={() => answer && (removes ? setAsking(true) : load.mutate(answer))}
        >
          {answer?.mode === 'replace' ? 'Replace what is here' : 'Load'}
        </Button>
        {answer && (
          <ConfirmDialog
            opened={asking}
            title="Replace what is here?"
            action={`Replace all, removing ${answer.difference.removed.toLocaleString('en-GB')}`}
            danger
            busy={load.isPending}
            onConfirm={() => load.mutate(answer, { onSettled: () => setAsking(false) })}
            onClose={() => setAsking(false)}
          >
            {count(answer.difference.removed, 'item')} that are here now are not in what you bring
            in, and go. You can undo this at once, and later in the list of changes.
          </ConfirmDialog>
        )}
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <span className={css.quiet}>
          {pending > 0
            ? `First check again with ${count(pending, 'correction')}.`
            : 'One change, which can be undone.'}
        </span>
      </div>
    </div>
  );
}

/** Once, at the first answer: what was said before of tables with these headings. */
function useRecalled(
  answer: ImportAnswer | undefined,
  options: Options,
  onOptions: (options: Options) => void,
): void {
  const looked = useRef(false);
  useEffect(() => {
    if (looked.current || !answer) return;
    looked.current = true;
    const before = recalled(answer.sheets ?? [], options);
    if (before) onOptions(before);
  }, [answer, options, onOptions]);
}

function FileHead({ file }: { readonly file: SourceFile }) {
  const first = useMemo(() => preview(file.text), [file]);
  return (
    <>
      <p>
        <strong>{file.name}</strong> <span className={css.quiet}>{sizeWords(file.size)}</span>
      </p>
      {!file.bytes && <PreviewTable preview={first} />}
    </>
  );
}

/** Something would change, and nothing forbids it. */
function loadable({ errors, difference }: ImportAnswer): boolean {
  return errors.length === 0 && difference.created + difference.updated + difference.removed > 0;
}

const FORMATS = {
  document: 'graph document',
  sheet: 'sheet of systems and suppliers',
  nodes: 'list of suppliers, products, services and areas',
  links: 'list of links',
  contracts: 'list of contracts',
  xlsx: 'workbook',
  ocds: 'package of published contracts (OCDS)',
  dora: 'register of information (DORA)',
  cyclonedx: 'list of components (CycloneDX)',
  spdx: 'list of components (SPDX)',
  backstage: 'catalogue (Backstage)',
  servicenow: 'list of configuration items (ServiceNow)',
  itop: 'list of configuration items (iTop)',
  glpi: 'list of configuration items (GLPI)',
} as const satisfies Record<ImportAnswer['format'], string>;

interface CheckedProps {
  readonly answer: ImportAnswer;
  readonly options: Options;
  readonly onOptions: (options: Options) => void;
  readonly onPending: (corrections: number) => void;
}

function Checked({ answer, options, onOptions, onPending }: CheckedProps) {
  const read =
    answer.format === 'document' ? count(answer.read, 'item') : count(answer.read, 'row');
  const sheets = answer.sheets ?? [];
  const notes = answer.notes.filter((note) => !isShown(note, sheets));
  return (
    <>
      <p>
        A {wordsOf(answer)}: {read} read.
      </p>
      <Sheets sheets={sheets} options={options} onOptions={onOptions} />
      <DocumentFaults faults={answer.errors} isTable={sheets.length > 0} />
      <RejectedRows
        key={JSON.stringify(options.corrections)}
        rejected={answer.rejected}
        sheets={sheets}
        onCorrect={(corrections) => {
          const all = [...(options.corrections ?? []), ...corrections];
          onOptions({ ...options, corrections: all });
        }}
        onPending={onPending}
      />
      {notes.length > 0 && (
        <ul className={css.notice} aria-label="Assumed while reading">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {answer.errors.length === 0 && (
        <>
          <ModeChoice mode={answer.mode} onMode={(mode) => onOptions({ ...options, mode })} />
          <DifferenceView difference={answer.difference} />
        </>
      )}
    </>
  );
}

/** What columns were taken for stands in their table. */
const isShown = (note: string, sheets: readonly SheetReading[]) =>
  note.includes(' → ') && sheets.some(({ file }) => note.startsWith(`${file}: `));

/** A table of one sort is called by that. */
function wordsOf({ format, sheets = [] }: ImportAnswer): string {
  const [only, second] = sheets;
  const known = only?.kind !== undefined && only.kind !== 'own' && !second;
  if (format !== 'xlsx' || !known || only?.kind === undefined) return FORMATS[format];
  const word = SHEET_WORDS[only.kind];
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function ModeChoice(props: { readonly mode: Mode; readonly onMode: (mode: Mode) => void }) {
  return (
    <Radio.Group
      label="What to do with what is here"
      value={props.mode}
      onChange={(mode) => props.onMode(mode as Mode)}
    >
      <Stack gap={6} mt={4}>
        <Radio
          value="add"
          label="Keep it and add: what is there already is updated, nothing is removed"
        />
        <Radio value="replace" label="Replace all of it with what I bring in" />
      </Stack>
    </Radio.Group>
  );
}
