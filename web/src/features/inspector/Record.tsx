import controls from '../../ui/controls.module.css';
import { Section } from '../../ui/Panel.tsx';
import { Pair } from './Changes.tsx';
import s from './inspector.module.css';
import type { Fact } from './record.ts';

/** On record, with a way to add what is missing. */
export function Record(props: {
  readonly facts: readonly Fact[];
  readonly onEdit: (() => void) | undefined;
}) {
  const { facts, onEdit } = props;
  return (
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
      <dl className={s.pairs}>
        {facts.map((fact) => (
          <Pair key={fact.name} name={fact.name}>
            {fact.value}
          </Pair>
        ))}
      </dl>
    </Section>
  );
}
