import { useState } from 'react';
import s from './measures.module.css';

/** A number of at least 0 that may be empty while it is typed; Enter or leaving it takes it. */
export function CostField(props: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const [typed, setTyped] = useState<string>();
  return (
    <input
      className={s.cost}
      aria-label={props.label}
      inputMode="decimal"
      value={typed ?? String(props.value)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        const value = Number(typed);
        if (typed !== undefined && typed.trim() !== '' && value >= 0 && Number.isFinite(value)) {
          props.onChange(value);
        }
        setTyped(undefined);
      }}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
