import { Dropdown } from '../../ui/Dropdown.tsx';
import * as act from '../../url/actions.ts';
import type { View } from '../../url/view.ts';
import { AddSomething } from './AddSomething.tsx';
import { type Change, CutChip, SeenChip, StopChip, Words, ZoneChip } from './Chips.tsx';
import type { Zone } from './how.ts';
import s from './question.module.css';

interface QuestionBarProps {
  readonly view: View;
  readonly change: Change;
  readonly nameOf: (id: string) => string;
  /** All zones that are known on screen, and those that one thing can switch off. */
  readonly zones: readonly Zone[];
  readonly zonesOf: (id: string) => readonly Zone[];
}

const WORKAROUNDS = [
  { value: 'no', label: 'no other ways of working' },
  { value: 'yes', label: 'other ways of working' },
] as const;

/** The question is the control: a sentence that is edited in place. */
export function QuestionBar({ view, change, nameOf, zones, zonesOf }: QuestionBarProps) {
  const size = (zone: string) => zones.find((one) => one.id === zone)?.members.length;
  return (
    <section className={s.bar} aria-label="The question">
      <Words>What if</Words>
      {view.down.map((stop) => (
        <StopChip
          key={stop.id}
          stop={stop}
          name={nameOf(stop.id)}
          zones={zonesOf(stop.id)}
          change={change}
        />
      ))}
      {view.isolate.map((zone) => (
        <ZoneChip key={zone} zone={zone} size={size(zone)} change={change} />
      ))}
      {view.sever.map((cut) => (
        <CutChip key={`${cut.from}!${cut.to}`} cut={cut} nameOf={nameOf} change={change} />
      ))}
      {view.observed.map((seen) => (
        <SeenChip key={seen.id} seen={seen} name={nameOf(seen.id)} change={change} />
      ))}
      <Words>counting</Words>
      <Dropdown
        label="Other ways of working"
        value={view.workarounds ? 'yes' : 'no'}
        choices={WORKAROUNDS}
        onChoose={(value) => change((old) => act.countWorkarounds(old, value === 'yes'))}
      />
      <AddSomething zones={zones} change={change} />
    </section>
  );
}
