import { Suspense } from 'react';
import { lazyPart } from '../../api/lazy-part.ts';
import frame from '../frame.module.css';

/** The screen loads when it is opened. */
const HoursScreen = lazyPart(async () => (await import('./HoursScreen.tsx')).HoursScreen);

export function HoursRoute() {
  return (
    <Suspense fallback={<p className={frame.waiting}>Loading …</p>}>
      <HoursScreen />
    </Suspense>
  );
}
