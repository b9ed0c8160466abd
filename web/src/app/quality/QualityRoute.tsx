import { lazy, Suspense } from 'react';
import frame from '../frame.module.css';

/** Screens beside Explore load when they are opened. */
const QualityScreen = lazy(async () => ({
  default: (await import('./QualityScreen.tsx')).QualityScreen,
}));

export function QualityRoute() {
  return (
    <Suspense fallback={<p className={frame.waiting}>Loading …</p>}>
      <QualityScreen />
    </Suspense>
  );
}
