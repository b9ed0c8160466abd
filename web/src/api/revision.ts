/** Which version of the data the screen shows: every answer says it, every query is keyed by it. */
import { create } from 'zustand';

interface RevisionStore {
  /** undefined until the server has told it once. */
  readonly revision: number | undefined;
  /** The server does not answer; the banner polls until it does. */
  readonly lost: boolean;
}

export const useRevisionStore = create<RevisionStore>(() => ({ revision: undefined, lost: false }));

/** Call with the revision of every answer and receipt: a newer one makes all questions be asked anew. */
export function noteRevision(revision: number): void {
  const known = useRevisionStore.getState().revision;
  if (known === undefined || revision > known) useRevisionStore.setState({ revision });
}

export const noteLost = (lost: boolean): void => {
  if (useRevisionStore.getState().lost !== lost) useRevisionStore.setState({ lost });
};
export const useRevision = (): number | undefined => useRevisionStore((s) => s.revision);
export const useLost = (): boolean => useRevisionStore((s) => s.lost);
