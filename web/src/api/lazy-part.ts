/** Parts of the page that load when they are first shown, from a server that may be gone just then. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { ApiProblem, api } from './client.ts';
import { noteLost, useRevisionStore } from './revision.ts';

/** Waits for a server that is gone, where the screen would break; rejects as `load` does where it is there. */
export function lazyPart<P>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: await patiently(load) }));
}

export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      // A server that answers may just have come back: asked once more, then the fault is the file's.
      if (await answers()) return load();
      // The banner says it, and asks until the server is there again.
      noteLost(true);
      await found();
    }
  }
}

const answers = (): Promise<boolean> =>
  api.ready().then(
    () => true,
    (error: unknown) => error instanceof ApiProblem,
  );

function found(): Promise<void> {
  return new Promise((resolve) => {
    const stop = useRevisionStore.subscribe(({ lost }) => {
      if (lost) return;
      stop();
      resolve();
    });
  });
}
