/** Faults of a form: found on Save, shown until they are mended, and the reader taken to the first. */
import type { Fault, Problem } from '@msp-impact/contract';
import { type FormEvent, type RefObject, useEffect, useState } from 'react';
import { gather, placeProblem } from './draft/faults.ts';
import { type Found, stillWrong } from './draft/still-wrong.ts';
import { focusFirstFault, shownPlaces } from './focus.ts';

const NONE: Found = { byPlace: new Map(), other: [], byServer: false };
const UNTOUCHED: ReadonlySet<string> = new Set();

/** @param now what the form finds in the draft as it is; asked only while something is wrong */
export function useFaults(form: RefObject<HTMLFormElement | null>, now: () => readonly Fault[]) {
  const [found, setFound] = useState(NONE);
  const [touched, setTouched] = useState(UNTOUCHED);
  useEffect(() => {
    if (found !== NONE && form.current && !focusFirstFault(form.current)) {
      form.current.querySelector<HTMLElement>('[data-summary]')?.focus();
    }
  }, [found, form]);
  const show = (next: Found) => {
    setTouched(UNTOUCHED);
    setFound(next);
  };
  return {
    faults: found === NONE ? NONE : stillWrong(found, now(), touched),
    /** What the form itself found; none takes all away. */
    find: (faults: readonly Fault[]) =>
      show(faults.length > 0 ? { ...NONE, byPlace: gather(faults) } : NONE),
    refuse: (problem: Problem) => {
      const shown = form.current ? shownPlaces(form.current) : UNTOUCHED;
      show({ ...placeProblem(problem, new Set(shown)), byServer: true });
    },
    onInput: ({ target }: FormEvent) => {
      const place = (target as Element).closest<HTMLElement>('[data-place]')?.dataset.place;
      if (found.byServer && place !== undefined) setTouched((old) => new Set(old).add(place));
    },
  };
}
