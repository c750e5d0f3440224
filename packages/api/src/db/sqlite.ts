import { SqliteDialect, type SqliteStatement } from "kysely";

type SqlValue = null | number | bigint | string | Uint8Array;

/** A statement of `node:sqlite`, or of any SQLite with the same synchronous calls. */
interface SyncStatement {
  all(...values: SqlValue[]): unknown[];
  run(...values: SqlValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(...values: SqlValue[]): IterableIterator<unknown>;
  columns(): unknown[];
}

/** An open SQLite file with synchronous calls. */
export interface SyncSqlite {
  readonly isTransaction: boolean;
  prepare(sql: string): SyncStatement;
  close(): void;
}

/** Statements kept prepared; the API has fewer, and batches of other sizes push old ones out. */
const maxStatements = 200;

/** Kysely's SQLite dialect over synchronous SQLite; `sqlite` gives the connection, which its host may reopen. */
export function sqliteDialect(sqlite: () => SyncSqlite): SqliteDialect {
  let owner = sqlite();
  const statements = new Map<string, SqliteStatement>();

  function prepare(sql: string): SqliteStatement {
    if (owner !== sqlite()) {
      owner = sqlite();
      statements.clear();
    }
    if (sql === "rollback") return rollbackOf(owner);

    const known = statements.get(sql);
    if (known) return known;
    const statement = statementOf(owner.prepare(sql));
    if (statements.size >= maxStatements) statements.clear();
    statements.set(sql, statement);
    return statement;
  }
  return new SqliteDialect({ database: { prepare, close: () => sqlite().close() } });
}

function statementOf(statement: SyncStatement): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...values.map(sqlValue)),
    run: (values) => statement.run(...values.map(sqlValue)),
    iterate: (values) => statement.iterate(...values.map(sqlValue)),
  };
}

/** A full disk ends a transaction by itself; then there is nothing to roll back, and that is no second failure. */
function rollbackOf(sqlite: SyncSqlite): SqliteStatement {
  if (sqlite.isTransaction) return statementOf(sqlite.prepare("rollback"));
  const nothing = { changes: 0, lastInsertRowid: 0 };
  return { reader: false, all: () => [], run: () => nothing, iterate: () => [].values() };
}

function sqlValue(value: unknown): SqlValue {
  if (typeof value === "string" || typeof value === "number" || value === null) return value;
  if (typeof value === "bigint" || value instanceof Uint8Array) return value;
  throw new TypeError(`A column cannot hold a value of type ${typeof value}.`);
}
