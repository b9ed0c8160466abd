import { lazy, Suspense } from 'react';
import frame from '../frame.module.css';

/** The screen loads when it is opened. */
const IncidentScreen = lazy(async () => ({
  default: (await import('./IncidentScreen.tsx')).IncidentScreen,
}));

export function IncidentRoute() {
  return (
    <Suspense fallback={<p className={frame.waiting}>Loading …</p>}>
      <IncidentScreen />
    </Suspense>
  );
}
