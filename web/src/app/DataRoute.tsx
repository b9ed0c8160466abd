import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import frame from './frame.module.css';

/** Screens beside Explore load when they are opened. */
const DataScreen = lazy(async () => ({
  default: (await import('../features/data/DataScreen.tsx')).DataScreen,
}));
const History = lazy(async () => ({
  default: (await import('../features/history/History.tsx')).History,
}));

export function DataRoute() {
  const [, go] = useLocation();
  return (
    <Suspense fallback={<p className={frame.waiting}>Loading …</p>}>
      <DataScreen onLoaded={() => go('/')} onSampleLoaded={() => go('/')} changes={<History />} />
    </Suspense>
  );
}
