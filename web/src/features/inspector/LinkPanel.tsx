import type { Dependency, NumberOrRange } from '@msp-impact/contract';
import type { ReactNode } from 'react';
import controls from '../../ui/controls.module.css';
import { Panel, Section } from '../../ui/Panel.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { otherAttributes, WAY_OUT, wayOutSaid } from '../../ui/way-out-words.ts';
import { capital, hours, percent, percentRange, SUBSTITUTABILITY_WORDS } from '../../ui/words.ts';
import { Pair } from './Changes.tsx';
import s from './inspector.module.css';
import { Source } from './Source.tsx';

interface LinkPanelProps {
  readonly link: Dependency | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly nameOf: (id: string) => string;
  readonly cut: boolean;
  readonly onCut: () => void;
  readonly onSelect: (id: string) => void;
  readonly onClose: () => void;
  readonly onEdit: (() => void) | undefined;
  readonly notes?: ReactNode;
}

/** One link: who relies on whom, for how much, and how we know. */
export function LinkPanel(props: LinkPanelProps) {
  const { link, nameOf, onEdit } = props;
  return (
    <Panel label="Link" foot={link && <LinkActions {...props} />}>
      <div className={s.top}>
        <span className={s.quiet}>Link</span>
        <button type="button" className={s.close} onClick={props.onClose}>
          <span aria-hidden="true">✕</span> Esc
          <span className="only-heard">: close this panel</span>
        </button>
      </div>
      {props.error ? <ErrorState error={props.error} onRetry={props.onRetry} /> : null}
      {link && (
        <>
          <h2 className={s.title}>
            {nameOf(link.from)} → {nameOf(link.to)}
          </h2>
          <p className={s.why}>
            <Name id={link.to} {...props} /> relies on <Name id={link.from} {...props} /> for{' '}
            {amount(link.strength ?? 1)}.
          </p>
          <Section
            title="On record"
            aside={
              onEdit && (
                <button type="button" className={controls.link} onClick={onEdit}>
                  Edit
                </button>
              )
            }
          >
            <Facts link={link} nameOf={nameOf} />
          </Section>
          <Section title="Sources">
            {(link.evidence ?? []).map((one) => (
              <Source key={one.claim} evidence={one} />
            ))}
            {!link.evidence?.length && (
              <p className={s.quiet}>No source on record: drawn as assumed.</p>
            )}
          </Section>
          {props.notes}
        </>
      )}
    </Panel>
  );
}

function Name(props: Pick<LinkPanelProps, 'nameOf' | 'onSelect'> & { readonly id: string }) {
  return (
    <button type="button" className={controls.link} onClick={() => props.onSelect(props.id)}>
      {props.nameOf(props.id)}
    </button>
  );
}

function LinkActions(props: LinkPanelProps) {
  return (
    <button type="button" className={`${controls.button} ${controls.tall}`} onClick={props.onCut}>
      {props.cut ? 'Do not cut this link' : 'Its user cuts this link'}
    </button>
  );
}

function Facts({ link, nameOf }: Pick<LinkPanelProps, 'nameOf'> & { readonly link: Dependency }) {
  return (
    <dl className={s.pairs}>
      <Pair name="Relies on it for">{amount(link.strength ?? 1)}</Pair>
      {link.group && <Pair name="Taken together with others as">{link.group}</Pair>}
      {link.weight !== undefined && <Pair name="Carries">{percent(link.weight)}</Pair>}
      <Pair name="Can run on for">
        {link.bufferHours === undefined ? 'Not recorded' : time(link.bufferHours)}
      </Pair>
      <Pair name="How hard to replace">
        {link.substitutability
          ? capital(SUBSTITUTABILITY_WORDS[link.substitutability])
          : 'Not recorded'}
      </Pair>
      {wayOutSaid(link.attributes, nameOf).map(({ name, value }) => (
        <Pair key={name} name={name}>
          {value ?? 'Not recorded'}
        </Pair>
      ))}
      {otherAttributes(link.attributes, WAY_OUT).map(([name, value]) => (
        <Pair key={name} name={name}>
          {value}
        </Pair>
      ))}
    </dl>
  );
}

function amount(value: NumberOrRange): string {
  if (typeof value === 'number') return percent(value);
  return `about ${percent(value.likely ?? (value.low + value.high) / 2)} (${percentRange(value)})`;
}

function time(value: NumberOrRange): string {
  return typeof value === 'number' ? hours(value) : `${hours(value.low)} to ${hours(value.high)}`;
}
