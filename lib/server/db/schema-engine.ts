import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

export type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'

/** A filter that leaves nothing out: the engine compares all tables and all enums. */
export const everything = { externalTables: [], externalEnums: [] }

let instantiated: Promise<void> | undefined

/**
 * Prisma's command line downloads an executable schema engine, which a school's network may forbid. The same
 * engine is published as WebAssembly; the package's own entry imports the .wasm as a module, which Node does
 * not do, so its bytes are instantiated here by hand.
 */
async function instantiate(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const bytes = await readFile(join(folder, 'schema_engine_bg.wasm'))
  const imports = { './schema_engine_bg.js': { ...bindings } } as unknown as WebAssembly.Imports
  const { instance } = await WebAssembly.instantiate(bytes, imports)
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start as () => void
  start()
}

/**
 * Notes the connections that an engine opens. Freeing the engine leaves them open, and with them its lock on the
 * database.
 */
function noting(
  factory: SqlMigrationAwareDriverAdapterFactory,
  open: SqlDriverAdapter[],
): SqlMigrationAwareDriverAdapterFactory {
  const note = async (connection: Promise<SqlDriverAdapter>) => {
    const adapter = await connection
    const dispose = adapter.dispose.bind(adapter)
    adapter.dispose = async () => {
      open.splice(open.indexOf(adapter), 1)
      await dispose()
    }
    open.push(adapter)
    return adapter
  }
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => note(factory.connect()),
    connectToShadowDb: () => note(factory.connectToShadowDb()),
  }
}

/**
 * Runs `work` with a schema engine over a database, and leaves no connection open. `schema` is the text of
 * schema.prisma, for work that compares it with something.
 */
export async function withSchemaEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  schema: string | null,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  instantiated ??= instantiate()
  await instantiated
  const datamodels: [string, string][] | undefined = schema === null ? undefined : [['schema.prisma', schema]]
  const open: SqlDriverAdapter[] = []
  const bound = bindMigrationAwareSqlAdapterFactory(noting(factory, open))
  try {
    const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, bound)
    try {
      return await work(engine)
    } finally {
      engine.free()
    }
  } finally {
    for (const connection of [...open]) await connection.dispose()
  }
}
