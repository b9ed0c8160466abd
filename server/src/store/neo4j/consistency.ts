/**
 * Reads of one revision. Neo4j isolates a read from uncommitted data only: a query may see half of
 * what a concurrent commit is just writing. Writers hold the lock of the Meta node until all is
 * written; so a reader notes the revision first, and afterwards takes that same lock for a moment:
 * if the revision is still the one it noted, no commit came in between.
 */
import type { Connection, Run } from './connection.ts';

export interface GraphState {
  readonly revision: number;
  readonly name: string;
}

export async function graphState(run: Run): Promise<GraphState> {
  const [state] = await run<GraphState>(
    "MATCH (m:Meta {id: 'graph'}) RETURN m.revision AS revision, m.name AS name",
  );
  if (!state) throw new Error('the Meta node of the graph is gone from Neo4j');
  return state;
}

/** Takes the lock that every writer takes first. Writing a property takes it, even with the same value. */
export async function lockedState(run: Run): Promise<GraphState> {
  await run("MATCH (m:Meta {id: 'graph'}) SET m.lock = true REMOVE m.lock");
  return graphState(run);
}

/** Whether the graph is still, and was wholly, at `revision`. */
export async function isSettled(connection: Connection, revision: number): Promise<boolean> {
  return (await connection.write(lockedState)).revision === revision;
}
