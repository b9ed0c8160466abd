/**
 * One version of the graph, ready to be asked. Immutable; an edit makes a new one.
 * Only this folder knows both ids and indices. Columns are in input order, which is id order
 * (code units), so ties by input index are ties by id; the engine numbers nodes and links its own
 * way. Every node and link index that leaves this folder is the engine's.
 */
import type { Group, Workaround } from '@msp-impact/contract';
import type { Graph, GraphInput } from '@msp-impact/engine';
import type { GraphColumns } from '../store/port.ts';

/** What the model uses of a node beyond its columns; see NodeColumns.model. */
export interface NodeModel {
  readonly zones?: readonly string[];
  readonly population?: number;
  readonly people?: number;
  readonly downAt?: number;
  readonly restartLagHours?: number | { low: number; likely?: number; high: number };
  readonly tolerance?: { minimumLevel: number; maxHours: number };
  readonly groups?: Readonly<Record<string, Group>>;
  readonly workarounds?: readonly Workaround[];
  /** A source says of itself that it does not record what the node relies on (silent.ts). */
  readonly silent?: true;
}

/** Groups as handed to the engine, by input group. `name` null: links of a region without a group. */
export interface GroupTable {
  readonly row: Uint32Array;
  readonly name: readonly (string | null)[];
  readonly rule: Uint8Array;
  readonly k: Uint32Array;
}

/** Workarounds as handed to the engine, by input position. */
export interface WorkaroundTable {
  readonly row: Uint32Array;
  readonly recorded: readonly Workaround[];
}

export interface Snapshot {
  readonly revision: number;
  readonly name: string;
  readonly columns: GraphColumns;
  /** By input row; undefined when nothing of the model is recorded. */
  readonly models: readonly (NodeModel | undefined)[];
  /** Id → input row. */
  readonly rows: ReadonlyMap<string, number>;
  readonly input: GraphInput;
  readonly graph: Graph;
  readonly groups: GroupTable;
  readonly workarounds: WorkaroundTable;
  /** Zone → its members (engine nodes), by id. */
  readonly zones: ReadonlyMap<string, readonly number[]>;
  /** Regions: the topmost region above (engine node; itself when it has no parent); others -1. */
  readonly area: Int32Array;
  /** Position in COLUMNS of the contract, by engine node. */
  readonly column: Uint8Array;
  /** People of a region, or served by a service; NaN when not recorded. By engine node. */
  readonly people: Float64Array;
}
