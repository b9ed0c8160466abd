/** Moves the reader to what is wrong. */

/** Places that the form has a field for just now. */
export function shownPlaces(form: HTMLElement): Set<string> {
  const fields = form.querySelectorAll<HTMLElement>('[data-place]');
  return new Set([...fields].map((field) => field.dataset.place ?? ''));
}

/** Opens the part that holds the first fault, and focuses its field; false when no field has one. */
export function focusFirstFault(form: HTMLElement): boolean {
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (!field) return false;
  field.closest('details')?.setAttribute('open', '');
  // In the middle: its label stands above it, the bars of the form at both ends.
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'center' });
  return true;
}

/** Where typing starts: the first field that can be written in; in a new item the first empty one. */
export function focusFirstField(form: HTMLElement, isNew: boolean): void {
  const fields = [...form.querySelectorAll<HTMLInputElement>('input[data-place]:not([readonly])')];
  // A picker opens its list on focus, so an item that is there starts at a plain field.
  const starts = fields.find((field) =>
    isNew ? field.value === '' : field.getAttribute('aria-haspopup') !== 'listbox',
  );
  starts?.focus();
}
