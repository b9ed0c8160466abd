import type { ViewGroup } from '@msp-impact/contract';
import { groupWords } from '../../picture/words.ts';
import controls from '../../ui/controls.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { capital } from '../../ui/words.ts';
import s from './inspector.module.css';

/** The most that opens at a time; the server's word counts. */
const AT_A_TIME = 50;

interface GroupPanelProps {
  readonly group: ViewGroup;
  /** Nothing is stopped. */
  readonly idle: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** What stands behind a counted card of the drawing. */
export function GroupPanel({ group, idle, onOpen, onClose }: GroupPanelProps) {
  const { title, detail } = groupWords(group, idle);
  const open = (
    <button type="button" className={`${controls.primary} ${controls.tall}`} onClick={onOpen}>
      {group.count > AT_A_TIME ? `Show ${AT_A_TIME} of these` : `Show these ${group.count}`}
    </button>
  );
  return (
    <Panel label={title} foot={open}>
      <div className={s.top}>
        <span className={s.quiet}>Drawn as one</span>
        <button type="button" className={s.close} onClick={onClose}>
          <span aria-hidden="true">✕</span> Esc
          <span className="only-heard">: close this panel</span>
        </button>
      </div>
      <h2 className={s.title}>{title}</h2>
      <p className={s.why}>{capital(detail)}.</p>
      <ul aria-label="Some of them" style={{ marginTop: 12 }}>
        {group.sample.map((one) => (
          <li key={one.id}>{one.name}</li>
        ))}
      </ul>
    </Panel>
  );
}
