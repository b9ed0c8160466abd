import { Suspense } from 'react';
import { lazyPart } from '../../api/lazy-part.ts';
import frame from '../frame.module.css';

/** Screens beside Explore load when they are opened. */
const QualityScreen = lazyPart(async () => (await import('./QualityScreen.tsx')).QualityScreen);

export function QualityRoute() {
  return (
    <Suspense fallback={<p className={frame.waiting}>Loading …</p>}>
      <QualityScreen />
    </Suspense>
  );
}
