/** As much of the driver as tests use; it brings no types. */
declare module 'better-sqlite3' {
  interface Statement<Values extends unknown[], Row> {
    all(...values: Values): Row[]
    run(...values: Values): { changes: number }
  }

  export default class Database {
    constructor(file: string, options?: { readonly?: boolean; timeout?: number })
    prepare<Values extends unknown[] = unknown[], Row = unknown>(sql: string): Statement<Values, Row>
    exec(sql: string): void
    close(): void
  }
}
