import type { Explanation } from '@msp-impact/contract';
import { Section } from '../../ui/Panel.tsx';
import { groupWords, percent, reliesFor } from '../../ui/words.ts';
import s from './inspector.module.css';

type Group = Explanation['groups'][number];

/** Everything its level is worked out from, with what decides it marked. */
export function Relies(props: {
  readonly groups: readonly Group[];
  readonly onSelect: (id: string) => void;
}) {
  const groups = props.groups.filter((group) => group.members.length > 0);
  if (groups.length === 0) return null;
  return (
    <Section title="What it relies on directly">
      <ul className={s.plain}>
        {groups.map((group) => (
          <li key={group.members.map((one) => one.link).join()} className={s.group}>
            {group.members.length > 1 && (
              <p className={s.quiet}>
                {capitalised(groupWords(group.rule, group.k, group.members.length))}
                {group.binding && group.value < 1 ? ': decides' : ''}
              </p>
            )}
            {group.members.map((one) => (
              <div key={one.link} className={s.member}>
                <button
                  type="button"
                  className={s.stepName}
                  onClick={() => props.onSelect(one.from)}
                >
                  {one.name}
                </button>
                <span className={s.stepHow}>{memberWords(one, group)}</span>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function memberWords(one: Group['members'][number], group: Group): string {
  const left = one.severed ? 'cut off' : one.level < 1 ? `${percent(one.level)} left` : 'works';
  if (group.rule === 'share' && one.weight !== undefined)
    return `carries ${percent(one.weight)}, ${left}`;
  return one.strength < 1 ? `${reliesFor(one.strength)}, ${left}` : left;
}
