import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import frame from './frame.module.css';

/** Screens beside Explore load when they are opened. */
const DataScreen = lazy(async () => ({
  default: (await import('../features/data/DataScreen.tsx')).DataScreen,
}));
const AddMenu = lazy(async () => ({
  default: (await import('../features/edit/AddMenu.tsx')).AddMenu,
}));
const History = lazy(async () => ({
  default: (await import('../features/history/History.tsx')).History,
}));
const LinkContracts = lazy(async () => ({
  default: (await import('../features/mapping/LinkContracts.tsx')).LinkContracts,
}));

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
