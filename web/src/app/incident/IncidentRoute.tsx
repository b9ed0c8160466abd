import { Suspense } from 'react';
import { lazyPart } from '../../api/lazy-part.ts';
import frame from '../frame.module.css';

/** The screen loads when it is opened. */
const IncidentScreen = lazyPart(async () => (await import('./IncidentScreen.tsx')).IncidentScreen);

export function IncidentRoute() {
  return (
    <Suspense fallback={<p className={frame.waiting}>Loading …</p>}>
      <IncidentScreen />
    </Suspense>
  );
}
