import type { DuplicateProposal, PartyMember } from '@msp-impact/contract';
import { Link } from 'wouter';
import controls from '../../ui/controls.module.css';
import css from './parties.module.css';
import { becauseWords, holdsWords, numberWords, SURE_WORDS } from './party-words.ts';

/** Suppliers that look like one: why, what hangs on each, and which record stays. */
export function Proposal(props: {
  readonly proposal: DuplicateProposal;
  readonly keep: string;
  readonly chosen: boolean;
  readonly hrefOf: (id: string) => string;
  readonly onChoose: (chosen: boolean) => void;
  readonly onKeep: (id: string) => void;
  readonly onApart: () => void;
}) {
  const { proposal, keep, chosen } = props;
  const { members, against, owns, more } = proposal;
  const name = members[0]?.name ?? proposal.keep;
  return (
    <li className={css.proposal}>
      <div className={css.head}>
        <label>
          <input
            type="checkbox"
            checked={chosen}
            onChange={(event) => props.onChoose(event.currentTarget.checked)}
          />
          <span className="only-heard">Merge </span>
          {name}
          <span className={css.quiet}>{SURE_WORDS[proposal.sureness]}</span>
        </label>
        <button
          type="button"
          className={controls.button}
          aria-label={`${name}: they are several`}
          onClick={props.onApart}
        >
          They are several
        </button>
      </div>
      <p className={css.quiet}>They share {becauseWords(proposal).join('; ')}.</p>
      {against.map(({ scheme, numbers }) => (
        <p key={scheme} className={css.warn}>
          Against it: {numbers.map((one) => numberWords(`${scheme} ${one}`)).join(', ')}.
        </p>
      ))}
      {owns && <p className={css.warn}>One of them owns another: are they really one?</p>}
      <fieldset className={css.members}>
        <legend className={css.quiet}>The record that stays</legend>
        {members.map((member) => (
          <Member
            key={member.id}
            member={member}
            group={proposal.key}
            kept={member.id === keep}
            href={props.hrefOf(member.id)}
            onKeep={() => props.onKeep(member.id)}
          />
        ))}
      </fieldset>
      {more > 0 && <p className={css.quiet}>{more} more: they follow once these are merged.</p>}
    </li>
  );
}

function Member(props: {
  readonly member: PartyMember;
  readonly group: string;
  readonly kept: boolean;
  readonly href: string;
  readonly onKeep: () => void;
}) {
  const { member } = props;
  return (
    <div className={css.member}>
      <input
        type="radio"
        name={`keep-${props.group}`}
        aria-label={`Keep ${member.name} (${member.id})`}
        checked={props.kept}
        onChange={props.onKeep}
      />
      <Link href={props.href}>{member.name}</Link>
      <span className={css.quiet}>{member.id}</span>
      <span>{holdsWords(member)}</span>
      {member.numbers.map(({ scheme, number }) => (
        <span key={`${scheme} ${number}`} className={css.quiet}>
          {numberWords(`${scheme} ${number}`)}
        </span>
      ))}
    </div>
  );
}
