import { lazy, Suspense } from 'react';
import frame from '../frame.module.css';

/** The screen loads when it is opened. */
const HoursScreen = lazy(async () => ({
  default: (await import('./HoursScreen.tsx')).HoursScreen,
}));

export function HoursRoute() {
  return (
    <Suspense fallback={<p className={frame.waiting}>Loading …</p>}>
      <HoursScreen />
    </Suspense>
  );
}
