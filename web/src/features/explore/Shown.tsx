import { count } from '../../ui/words.ts';
import s from './explore.module.css';

/** "60 of 122 shown · 62 in 5 groups": nothing is left out silently. */
export function Shown(props: {
  readonly shown: number;
  readonly total: number;
  readonly grouped: number;
  readonly groups: number;
  readonly filteredOut: number;
}) {
  return <span className={s.quiet}>{shownWords(props)}</span>;
}

function shownWords(of: {
  readonly shown: number;
  readonly total: number;
  readonly grouped: number;
  readonly groups: number;
  readonly filteredOut: number;
}): string {
  const parts = [
    `${of.shown.toLocaleString('en-GB')} of ${of.total.toLocaleString('en-GB')} shown`,
  ];
  if (of.grouped > 0)
    parts.push(`${of.grouped.toLocaleString('en-GB')} in ${count(of.groups, 'group')}`);
  if (of.filteredOut > 0) parts.push(`${of.filteredOut.toLocaleString('en-GB')} filtered out`);
  return parts.join(' · ');
}
