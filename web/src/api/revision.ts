/** Which version of the data the screen shows: every answer says it, every query is keyed by it. */
import { create } from 'zustand';

interface RevisionStore {
  /** undefined until the server has told it once. */
  readonly revision: number | undefined;
  /** The server does not answer; the banner polls until it does. */
  readonly lost: boolean;
  /** Why the server answers from what it last read; undefined while it reads afresh. */
  readonly stale: string | undefined;
}

export const useRevisionStore = create<RevisionStore>(() => ({
  revision: undefined,
  lost: false,
  stale: undefined,
}));

/** Call with the revision of every answer and receipt: a newer one makes all questions be asked anew. */
export function noteRevision(revision: number): void {
  const known = useRevisionStore.getState().revision;
  if (known === undefined || revision > known) useRevisionStore.setState({ revision });
}

export const noteLost = (lost: boolean): void => {
  if (useRevisionStore.getState().lost !== lost) useRevisionStore.setState({ lost });
};
export const noteStale = (stale: string | undefined): void => {
  if (useRevisionStore.getState().stale !== stale) useRevisionStore.setState({ stale });
};
export const useStale = (): string | undefined => useRevisionStore((s) => s.stale);
export const useRevision = (): number | undefined => useRevisionStore((s) => s.revision);
export const useLost = (): boolean => useRevisionStore((s) => s.lost);
