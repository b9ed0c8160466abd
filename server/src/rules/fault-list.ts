import type { Fault } from '@msp-impact/contract';

export const MAX_FAULTS = 1000;

/** The first 1,000 faults, and how many there are in all: a report stays short however bad the file. */
export class FaultList {
  readonly list: Fault[] = [];
  total = 0;

  add(faults: readonly Fault[]): void {
    this.total += faults.length;
    const room = MAX_FAULTS - this.list.length;
    for (let i = 0; i < Math.min(room, faults.length); i++) this.list.push(faults[i] as Fault);
  }
}
