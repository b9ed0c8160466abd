/** Of the releases of one process the newest counts: by date, ties to the later in the files. */
import type { Notice } from './notice.ts';

export class Newest {
  readonly #byOcid = new Map<string, Notice>();
  superseded = 0;
  undated = 0;

  add(notice: Notice): void {
    const before = this.#byOcid.get(notice.ocid);
    if (notice.time === Number.NEGATIVE_INFINITY) this.undated++;
    if (before) this.superseded++;
    if (before && before.time > notice.time) return;
    // Set anew, so that the order is that of the files whatever was there before.
    this.#byOcid.delete(notice.ocid);
    this.#byOcid.set(notice.ocid, notice);
  }

  get notices(): Iterable<Notice> {
    return this.#byOcid.values();
  }
}
