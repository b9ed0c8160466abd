import { createContext, useContext, useEffect, useId, useState } from 'react';
import { typedNumber } from '../../ui/typed-number.ts';
import s from './measures.module.css';

/** Told which fields hold what is no number: nothing is worked out with the old one meanwhile. */
export const Unread = createContext<(field: string, unread: boolean) => void>(() => {});

/** A number of at least 0 that may be empty while it is typed; Enter or leaving it takes it. */
export function CostField(props: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const id = useId();
  const tell = useContext(Unread);
  const [typed, setTyped] = useState<string>();
  const [unread, setUnread] = useState(false);
  useEffect(() => {
    tell(id, unread);
    return () => tell(id, false);
  }, [tell, id, unread]);
  const take = () => {
    const value = typed === undefined ? undefined : typedNumber(typed);
    const bad = typed !== undefined && typed.trim() !== '' && value === undefined;
    setUnread(bad);
    if (bad) return;
    if (value !== undefined) props.onChange(value);
    setTyped(undefined);
  };
  return (
    <>
      <input
        className={s.cost}
        aria-label={props.label}
        aria-invalid={unread}
        aria-describedby={unread ? id : undefined}
        inputMode="decimal"
        value={typed ?? props.value.toLocaleString('en-GB', { maximumFractionDigits: 6 })}
        onChange={(event) => {
          setTyped(event.target.value);
          setUnread(false);
        }}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
      {unread && (
        <small id={id} className={s.unread} role="alert">
          Not a number: write it as 200,000
        </small>
      )}
    </>
  );
}
