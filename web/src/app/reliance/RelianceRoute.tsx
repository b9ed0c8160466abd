import { lazy, Suspense } from 'react';
import frame from '../frame.module.css';

/** Screens beside Explore load when they are opened. */
const RelianceScreen = lazy(async () => ({
  default: (await import('./RelianceScreen.tsx')).RelianceScreen,
}));

export function RelianceRoute() {
  return (
    <Suspense fallback={<p className={frame.waiting}>Loading …</p>}>
      <RelianceScreen />
    </Suspense>
  );
}
