import { lazy, Suspense } from 'react';
import frame from '../frame.module.css';

/** The screen loads when it is opened. */
const ReportScreen = lazy(async () => ({
  default: (await import('./ReportScreen.tsx')).ReportScreen,
}));

export function ReportRoute() {
  return (
    <Suspense fallback={<p className={frame.waiting}>Loading …</p>}>
      <ReportScreen />
    </Suspense>
  );
}
