import type { Contract } from '@msp-impact/contract';
import { Link } from 'wouter';
import { useContracts, useName } from '../../api/reliance.ts';
import controls from '../../ui/controls.module.css';
import { Section } from '../../ui/Panel.tsx';
import { count } from '../../ui/words.ts';
import s from './contracts.module.css';

const LISTED = 20;

/** Contracts that no list by date can hold: nobody recorded when they end. */
export function NoEnd(props: {
  readonly withoutEnd: number;
  /** Only a part is looked at: then they are counted alone. */
  readonly partly: boolean;
  readonly hrefOf: (id: string) => string;
  readonly onEdit: (id: string) => void;
}) {
  const { withoutEnd, partly } = props;
  const listed = useContracts(withoutEnd > 0 && !partly);
  if (withoutEnd === 0) return null;
  const open = (listed.data?.contracts ?? []).filter((one) => one.end === undefined);
  return (
    <Section title="Not known when it ends">
      <div className={s.unknownBox}>
        <p>
          {count(withoutEnd, 'contract')} without an end on record {withoutEnd === 1 ? 'is' : 'are'}{' '}
          not in the list above, and may end at any time.
        </p>
        {open.length > 0 && (
          <ul>
            {open.slice(0, LISTED).map((contract) => (
              <One key={contract.id} contract={contract} {...props} />
            ))}
          </ul>
        )}
        {open.length > LISTED && <p>{open.length - LISTED} more.</p>}
      </div>
    </Section>
  );
}

function One(props: {
  readonly contract: Contract;
  readonly hrefOf: (id: string) => string;
  readonly onEdit: (id: string) => void;
}) {
  const { contract, hrefOf, onEdit } = props;
  const supplier = useName(contract.supplier);
  const title = contract.title ?? contract.id;
  return (
    <li>
      <Link href={hrefOf(contract.supplier)}>{supplier}</Link> {title}{' '}
      <button
        type="button"
        className={controls.link}
        aria-label={`Add the end of ${title}`}
        onClick={() => onEdit(contract.id)}
      >
        Add its end
      </button>
    </li>
  );
}
