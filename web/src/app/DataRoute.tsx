import type { ImportAnswer } from '@msp-impact/contract';
import { Suspense } from 'react';
import { useLocation } from 'wouter';
import { lazyPart } from '../api/lazy-part.ts';
import { useExploreLinks } from '../url/use-reliance.ts';
import frame from './frame.module.css';

/** Screens beside Explore load when they are opened. */
const DataScreen = lazyPart(
  async () => (await import('../features/data/DataScreen.tsx')).DataScreen,
);
const AddMenu = lazyPart(async () => (await import('../features/edit/AddMenu.tsx')).AddMenu);
const History = lazyPart(async () => (await import('../features/history/History.tsx')).History);
const LinkContracts = lazyPart(
  async () => (await import('../features/mapping/LinkContracts.tsx')).LinkContracts,
);

/** Something new that is drawn singly once it is selected: a service says most of who is hit. */
function firstLoaded({ difference }: ImportAnswer): string | undefined {
  const made = difference.items.filter(
    ({ type, change }) => type === 'node' && change === 'created',
  );
  return (made.find(({ kind }) => kind === 'service') ?? made[0])?.id;
}

export function DataRoute() {
  const [, go] = useLocation();
  const { select } = useExploreLinks();
  return (
    <Suspense fallback={<p className={frame.waiting}>Loading …</p>}>
      <DataScreen
        onLoaded={(answer) => {
          const first = firstLoaded(answer);
          go(first === undefined ? '/' : select(first));
        }}
        onSampleLoaded={() => go('/')}
        add={
          <Suspense fallback={null}>
            <AddMenu />
          </Suspense>
        }
        changes={<History />}
        contracts={
          <Suspense fallback={null}>
            <LinkContracts add={<AddMenu />} />
          </Suspense>
        }
      />
    </Suspense>
  );
}
