import { Suspense } from 'react';
import { lazyPart } from '../../api/lazy-part.ts';
import frame from '../frame.module.css';

/** The screen loads when it is opened. */
const ReportScreen = lazyPart(async () => (await import('./ReportScreen.tsx')).ReportScreen);

export function ReportRoute() {
  return (
    <Suspense fallback={<p className={frame.waiting}>Loading …</p>}>
      <ReportScreen />
    </Suspense>
  );
}
