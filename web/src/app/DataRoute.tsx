import { Suspense } from 'react';
import { useLocation } from 'wouter';
import { lazyPart } from '../api/lazy-part.ts';
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

export function DataRoute() {
  const [, go] = useLocation();
  return (
    <Suspense fallback={<p className={frame.waiting}>Loading …</p>}>
      <DataScreen
        onLoaded={() => go('/')}
        onSampleLoaded={() => go('/')}
        add={
          <Suspense fallback={null}>
            <AddMenu />
          </Suspense>
        }
        changes={<History />}
        contracts={
          <Suspense fallback={null}>
            <LinkContracts />
          </Suspense>
        }
      />
    </Suspense>
  );
}
