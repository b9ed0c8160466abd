/** What activities rely on: links from systems and suppliers, each once, and those stored found again. */
import type { Candidate } from '../candidate.ts';
import { counted } from '../formats/words.ts';
import type { Names } from '../formats/xlsx/names.ts';
import { isNotKnown } from '../sheet-columns.ts';
import type { ItemMaps } from '../stored.ts';

interface Wanted {
  readonly from: string;
  readonly to: string;
  readonly row: number;
}

export class AnalysisLinks {
  readonly #stored = new Map<string, string>(); // "from to" → id
  readonly #wanted = new Map<string, Wanted>();
  readonly #names: Names;
  readonly #file: string;
  #notKnown = 0;

  constructor(stored: ItemMaps, names: Names, file: string) {
    for (const { id, from, to } of stored.dependency.values()) {
      if (!this.#stored.has(`${from} ${to}`)) this.#stored.set(`${from} ${to}`, id);
    }
    this.#names = names;
    this.#file = file;
  }

  /** Suppliers that are known to supply one of the row's systems are not linked a second time. */
  add(
    activity: string,
    systems: readonly string[],
    suppliers: readonly string[],
    row: number,
  ): void {
    const products = systems.flatMap((name) => this.#node('product', name, row));
    for (const product of products) this.#want(product, activity, row);
    for (const supplier of suppliers.flatMap((name) => this.#node('supplier', name, row))) {
      const supplies = products.some((product) => this.#stored.has(`${supplier} ${product}`));
      if (!supplies) this.#want(supplier, activity, row);
    }
  }

  #node(kind: 'product' | 'supplier', name: string, row: number): string[] {
    if (isNotKnown(name)) {
      this.#notKnown++;
      return [];
    }
    return [this.#names.named(kind, name, this.#file, row)];
  }

  #want(from: string, to: string, row: number): void {
    if (from !== to && !this.#wanted.has(`${from} ${to}`)) {
      this.#wanted.set(`${from} ${to}`, { from, to, row });
    }
  }

  candidates(): Candidate[] {
    return [...this.#wanted].map(([key, { from, to, row }]) => {
      const id = this.#stored.get(key);
      const evidence = [{ claim: `From ${this.#file}`, confidence: 'assumed' }];
      const fields = id === undefined ? { id: `${from}->${to}`, from, to, evidence } : { id };
      const columnOf = (path: string) => path;
      // One that is stored keeps all that it has.
      const covered = new Set<string>();
      return { type: 'dependency', fields, covered, file: this.#file, row, columnOf };
    });
  }

  notes(): string[] {
    if (this.#notKnown === 0) return [];
    const what = counted(this.#notKnown, 'system or supplier is', 'systems or suppliers are');
    return [`${this.#file}: ${what} not known: none was made.`];
  }
}
