import type { Fault, Scenario } from '@msp-impact/contract';
import { useRef, useState } from 'react';
import { plansApi } from '../../api/simulate.ts';
import controls from '../../ui/controls.module.css';
import { fileName, saveFile } from '../../ui/download.ts';
import { planText } from '../../ui/hour-words.ts';
import { errorSentence } from '../../ui/States.tsx';
import type { PlanRef } from '../../url/hours-view.ts';
import { normalPlan } from '../../url/scenario-codec.ts';
import s from './scenario.module.css';

const MOST_BYTES = 4_000_000;
const SHOWN = 6;

/** Plans as files: the same that the command line takes. */
export function PlanFiles(props: {
  readonly plan: Scenario | undefined;
  readonly onOpen: (plan: PlanRef) => void;
}) {
  const { plan, onOpen } = props;
  const input = useRef<HTMLInputElement>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const read = async (file: File | undefined) => {
    if (!file) return;
    const found = await readPlan(file);
    setFaults(Array.isArray(found) ? found : []);
    if (!Array.isArray(found)) onOpen({ draft: normalPlan(found as Scenario) });
  };
  return (
    <div className={s.saveRow}>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <button type="button" className={controls.button} onClick={() => input.current?.click()}>
        Open a file
      </button>
      <button
        type="button"
        className={controls.button}
        disabled={!plan}
        onClick={() =>
          plan &&
          saveFile(
            `${fileName(plan.name)}.scenario.json`,
            `${JSON.stringify(plan, null, 2)}\n`,
            'application/json',
          )
        }
      >
        Save as a file
      </button>
      {faults.length > 0 && (
        <div role="alert">
          <p>This file is no plan for this data. Nothing was changed.</p>
          <ul>
            {faults.slice(0, SHOWN).map((fault) => (
              <li key={`${fault.path} ${fault.reason}`}>
                {fault.path}: {planText(fault.reason)}
              </li>
            ))}
          </ul>
          {faults.length > SHOWN && <p>and {faults.length - SHOWN} more</p>}
        </div>
      )}
    </div>
  );
}

/** The plan, or what is wrong with it. */
async function readPlan(file: File): Promise<unknown | Fault[]> {
  if (file.size > MOST_BYTES) {
    return [{ path: file.name, reason: 'is larger than 4 MB: run it from the command line' }];
  }
  try {
    const plan: unknown = JSON.parse(await file.text());
    const checked = await plansApi.check(plan);
    return checked.valid ? plan : checked.faults;
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is no JSON text' : errorSentence(error);
    return [{ path: file.name, reason }];
  }
}
