import type { Contract, Explanation, GraphNode } from '@msp-impact/contract';
import type { ReactNode } from 'react';
import { StateBadge } from '../../ui/Level.tsx';
import { Panel, Section } from '../../ui/Panel.tsx';
import { NotCalculated } from '../../ui/States.tsx';
import { Actions, type NodeActions } from './Actions.tsx';
import { Alone } from './Alone.tsx';
import { Changes } from './Changes.tsx';
import s from './inspector.module.css';
import { Record } from './Record.tsx';
import { Relies } from './Relies.tsx';
import { recordOf } from './record.ts';
import { Steps } from './Steps.tsx';
import { Sure } from './Sure.tsx';
import { kindLine } from './step-words.ts';

interface InspectorProps {
  readonly id: string;
  readonly explanation: Explanation | undefined;
  readonly node: { readonly item: GraphNode; readonly contracts: readonly Contract[] } | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly nameOf: (id: string) => string;
  readonly stopped: boolean;
  /** Something else is stopped already. */
  readonly others: boolean;
  readonly act: NodeActions;
  readonly onSelect: (id: string) => void;
  readonly onLink: (id: string) => void;
  readonly onClose: () => void;
  /** "Question this". */
  readonly notes?: ReactNode;
}

/** What it is, how much is left, why, how it gets here, how sure we are, what would change it. */
export function Inspector(props: InspectorProps) {
  const { id, explanation, node, nameOf, act } = props;
  const name = explanation?.name ?? node?.item.name ?? nameOf(id);
  const kind = explanation?.kind ?? node?.item.kind;
  const parent = node?.item.parent;
  return (
    <Panel label={name} foot={<Actions act={act} stopped={props.stopped} others={props.others} />}>
      <div className={s.top}>
        <span className={s.quiet}>{kind && kindLine(kind, parent && nameOf(parent))}</span>
        <button type="button" className={s.close} onClick={props.onClose}>
          <span aria-hidden="true">✕</span> Esc
          <span className="only-heard">: close this panel</span>
        </button>
      </div>
      <h2 className={s.title}>{name}</h2>
      <NotCalculated error={props.error} onRetry={props.onRetry} />
      {explanation && <Why {...props} explanation={explanation} />}
      {node && (
        <Record
          facts={recordOf(node.item, node.contracts, explanation?.level ?? 1, nameOf)}
          onEdit={act.edit}
        />
      )}
      <Alone id={id} downAt={node?.item.downAt} nameOf={nameOf} onSelect={props.onSelect} />
      {props.notes}
    </Panel>
  );
}

function Why(props: InspectorProps & { readonly explanation: Explanation }) {
  const { explanation, node } = props;
  return (
    <>
      <StateBadge state={explanation.state} level={explanation.level} range={explanation.range} />
      {explanation.observed && <p className={s.checked}>Checked by someone: not worked out.</p>}
      <p className={s.why}>{explanation.sentence}</p>
      {explanation.steps.length > 1 && (
        <Section title="How it gets here">
          <Steps explanation={explanation} onSelect={props.onSelect} onLink={props.onLink} />
        </Section>
      )}
      {explanation.basis.links > 0 && (
        <Sure explanation={explanation} own={node?.item.evidence ?? []} nameOf={props.nameOf} />
      )}
      <Changes explanation={explanation} />
      <Relies groups={explanation.groups} onSelect={props.onSelect} />
    </>
  );
}
