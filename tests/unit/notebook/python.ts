import { spawnSync } from 'node:child_process'

/** A Python that has NumPy; null where there is none. Debian's package belongs to Debian's own Python, which need not come first. */
export function pythonWithNumpy(): string | null {
  const has = (python: string) => spawnSync(python, ['-c', 'import numpy'], { stdio: 'ignore' }).status === 0
  return ['/usr/bin/python3', 'python3', 'python'].find(has) ?? null
}

export interface Ran {
  readonly failed: readonly { readonly name: string; readonly why: string; readonly cell: string }[]
  /** How many numbers were compared with the exact ones. */
  readonly checked: number
}

/** Runs the cells of many notebooks in one process, each notebook by itself. */
export function ran(python: string, notebooks: readonly { name: string; cells: readonly string[] }[]): Ran {
  const { stdout, stderr, status } = spawnSync(python, ['tests/unit/notebook/run.py'], {
    input: JSON.stringify(notebooks),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Ran
}
