import type { Cause, State } from '@msp-impact/contract/codes';
import { causeWord, stateWord } from './words.ts';

interface SignProps {
  readonly state: State;
  /** 0..1, fills the pie of a reduced one. */
  readonly level?: number;
  readonly size?: number;
  /** Set where no word stands beside the sign. */
  readonly label?: boolean;
}

/** 12 px: square stopped, pie of what is left reduced, diamond with 1, dashed ?, ring working. */
export function Sign({ state, level = 0, size = 12, label = false }: SignProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      className={`sign sign-${state}`}
      role={label ? 'img' : 'presentation'}
      aria-hidden={label ? undefined : true}
      aria-label={label ? stateWord(state) : undefined}
    >
      {shapeOf(state, level)}
    </svg>
  );
}

function shapeOf(state: State, level: number) {
  if (state === 'down')
    return <rect x="1.5" y="1.5" width="9" height="9" rx="1.6" fill="currentColor" />;
  if (state === 'degraded') return <Pie level={level} />;
  if (state === 'at-risk') return <Diamond />;
  if (state === 'unknown') return <Unsure />;
  return <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.3" />;
}

function Pie({ level }: { readonly level: number }) {
  const turn = Math.min(0.999, Math.max(0, level)) * 2 * Math.PI;
  const [x, y] = [6 + 3.9 * Math.sin(turn), 6 - 3.9 * Math.cos(turn)];
  return (
    <>
      <circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" strokeWidth="1.4" />
      {level > 0 && (
        <path
          d={`M6 6V2.1A3.9 3.9 0 ${turn > Math.PI ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}Z`}
          fill="currentColor"
        />
      )}
    </>
  );
}

function Diamond() {
  return (
    <>
      <path d="M6 .8 11.2 6 6 11.2.8 6Z" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d="M5.1 4.6 6.3 3.8V8.2" fill="none" stroke="currentColor" strokeWidth="1.1" />
    </>
  );
}

function Unsure() {
  return (
    <>
      <circle
        cx="6"
        cy="6"
        r="5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.1"
        strokeDasharray="2 1.4"
      />
      <path
        d="M4.6 4.7a1.45 1.45 0 1 1 2.1 1.3c-.5.25-.7.5-.7 1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.1"
        strokeLinecap="round"
      />
      <circle cx="6" cy="8.5" r=".65" fill="currentColor" />
    </>
  );
}

const CAUSE_PATHS: Readonly<Record<Cause, string>> = {
  failed: 'M2.5 2.5l7 7M9.5 2.5l-7 7',
  compromised: 'M7.2 1 3 7h2.6L4.8 11 9 5H6.4Z',
  isolated: 'M6 1.2v4.6M3.6 2.9a4.2 4.2 0 1 0 4.8 0',
  severed: 'M3 9.6 9.4 2M9 9.6 2.6 2M2.6 9.4a1.3 1.3 0 1 0 .1 0M9.4 9.4a1.3 1.3 0 1 0 .1 0',
};

/** Cross: stopped working; bolt: broken into; power: switched off; scissors: cut off by its user. */
export function CauseSign(props: {
  readonly cause: Cause;
  readonly size?: number;
  readonly label?: boolean;
}) {
  const { cause, size = 12, label = false } = props;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      className="sign"
      role={label ? 'img' : 'presentation'}
      aria-hidden={label ? undefined : true}
      aria-label={label ? causeWord(cause) : undefined}
    >
      <path
        d={CAUSE_PATHS[cause]}
        fill={cause === 'compromised' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={cause === 'compromised' ? 0.6 : 1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
