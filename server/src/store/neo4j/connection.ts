/** One driver for the process, behind the two verbs that the store needs. */
import neo4j, { type Driver, type ManagedTransaction, type SessionMode } from 'neo4j-driver';
import { toFault, within } from './faults.ts';

export interface Neo4jConfig {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database?: string | undefined;
}

export type Row = Record<string, unknown>;
/** Runs one statement. Values go in as parameters, never as text. */
export type Run = <R = Row>(cypher: string, parameters?: Row) => Promise<R[]>;

const CONNECT_MS = 3_000;
const RETRY_MS = 5_000;
const READ_MS = 60_000;
/** A server tells of its own delay a little before we would have to guess it. */
const GRACE_MS = 2_000;

export interface Connection {
  readonly uri: string;
  /** Whether the server is there and lets us in: answers at once, without the retries of a transaction. */
  verify(): Promise<void>;
  /** One read transaction; repeated when a cluster changes its mind. */
  read<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** One write transaction, committed when `work` resolves. May run `work` more than once. */
  write<T>(work: (run: Run) => Promise<T>, limitMs?: number): Promise<T>;
  /** One statement outside of a transaction: schema statements. */
  statement(cypher: string): Promise<void>;
  close(): Promise<void>;
}

/** JavaScript has one kind of number; whole ones are stored as integers, as a reader of the graph expects. */
export const stored = (value: number | null | undefined) =>
  Number.isSafeInteger(value) ? neo4j.int(value as number) : (value ?? null);

function runner(transaction: ManagedTransaction): Run {
  return async <R>(cypher: string, parameters: Row = {}) => {
    const { records } = await transaction.run(cypher, parameters);
    return records.map((record) => record.toObject() as R);
  };
}

function driverFor({ uri, user, password }: Neo4jConfig): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    connectionTimeout: CONNECT_MS,
    connectionAcquisitionTimeout: CONNECT_MS + 1_000,
    maxTransactionRetryTime: RETRY_MS,
    fetchSize: 10_000,
    userAgent: 'msp-impact-mapper',
    telemetryDisabled: true,
  });
}

/** Nothing is sent before the first call. Every call rejects with StoreFault where the server is at fault. */
export function connect(config: Neo4jConfig): Connection {
  const { uri, database } = config;
  const driver = driverFor(config);
  const session = (defaultAccessMode: SessionMode) =>
    driver.session({
      defaultAccessMode,
      bookmarkManager: driver.executeQueryBookmarkManager,
      ...(database ? { database } : {}),
    });
  const guarded = async <T>(
    limitMs: number,
    mode: SessionMode,
    use: (s: Session) => Promise<T>,
  ) => {
    const opened = session(mode);
    try {
      return await within(limitMs, uri, use(opened));
    } catch (error) {
      throw toFault(error, uri);
    } finally {
      // A silent server would hold up the goodbye too.
      opened.close().catch(() => undefined);
    }
  };
  return {
    uri,
    verify: async () => {
      try {
        await within(READ_MS, uri, driver.getServerInfo(database ? { database } : {}));
      } catch (error) {
        throw toFault(error, uri);
      }
    },
    read: (work) =>
      guarded(READ_MS, neo4j.session.READ, (one) => one.executeRead((tx) => work(runner(tx)))),
    write: (work, limitMs = READ_MS) =>
      guarded(limitMs, neo4j.session.WRITE, (one) =>
        one.executeWrite((tx) => work(runner(tx)), { timeout: limitMs - GRACE_MS }),
      ),
    statement: async (cypher) => {
      await guarded(READ_MS, neo4j.session.WRITE, (one) => one.run(cypher));
    },
    close: () => driver.close(),
  };
}

type Session = ReturnType<Driver['session']>;
