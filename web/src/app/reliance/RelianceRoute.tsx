import { Suspense } from 'react';
import { lazyPart } from '../../api/lazy-part.ts';
import frame from '../frame.module.css';

/** Screens beside Explore load when they are opened. */
const RelianceScreen = lazyPart(async () => (await import('./RelianceScreen.tsx')).RelianceScreen);

export function RelianceRoute() {
  return (
    <Suspense fallback={<p className={frame.waiting}>Loading …</p>}>
      <RelianceScreen />
    </Suspense>
  );
}
