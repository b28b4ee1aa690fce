import { AtomTable, atomField, type Scalar, spellScalar } from '@/lib/exact/atoms'
import { Budget } from '@/lib/exact/budget'
import { rational } from '@/lib/exact/rational'
import { type Shape, showShape, sizeOf, type Tensor } from '@/lib/exact/tensor'
import type { Op, Operand, Sample, Site, Wrong } from '@/lib/network'

const field = atomField(new Budget({ work: 1e7, digits: 4096 }), new AtomTable())

/** With a zero and both signs; and positive, for ops that take no others and rules that divide. */
const draws = [
  [2, -3, 5, 0, -7, 11, -13, 17, 4, -6, 9, -8],
  [2, 3, 5, 1, 7, 11, 13, 17, 4, 6, 9, 8],
]

type Entries = readonly Scalar[]

function filled(shape: Shape, from: number, entries: Entries): Tensor<Scalar> {
  const entry = (at: number): Scalar => entries[(at + from) % entries.length] ?? field.zero
  return { shape, data: Array.from({ length: sizeOf(shape) }, (_, at) => entry(at)) }
}

const show = ({ shape, data }: Tensor<Scalar>): string =>
  `${showShape(shape)}: ${data.map(value => spellScalar(value)).join(', ')}`

const list = (found: readonly Wrong<Scalar>[]): string[] =>
  found.map(({ mistake, value }) => `${mistake} ${show(value)}`)

const kinds: readonly Operand[] = ['computed', 'parameter', 'given', 'number']

/** What may stand at the inputs: anything with anything at two, one thing everywhere at more. */
function sites(count: number): Site[] {
  const operands =
    count === 2
      ? kinds.flatMap(a => kinds.map(b => [a, b]))
      : kinds.map(kind => Array.from({ length: count }, () => kind))
  return operands.flatMap(operands => [false, true].map(inLoss => ({ operands, inLoss })))
}

/** What is found at each site, but for what was found at those before. */
function bySite(found: (site: Site) => readonly Wrong<Scalar>[], count: number): string[] {
  const told = new Set<string>()
  return sites(count).flatMap(site => {
    const lines = list(found(site)).filter(line => !told.has(line))
    if (lines.length === 0) return []
    for (const line of lines) told.add(line)
    const where = `${site.operands.join(', ')}${site.inLoss ? ' in the loss' : ''}`
    return [`      of ${where}:`, ...lines.map(line => `        ${line}`)]
  })
}

function tried(
  op: Op,
  { shapes, settings = [], entries = [] }: Sample,
  numbers: readonly number[],
): string[] {
  const rule = op.shape(shapes, settings)
  if (!rule.ok) throw new Error(rule.reason.id)
  const drawn = numbers.map(number => rational(number))
  const inputs = shapes.map((shape, nth) => filled(shape, nth * 5, entries[nth] ?? drawn))
  const run = op.forward(field, inputs, settings)
  if (!run.ok || op.noSlope?.(field, inputs)) return []
  const pass = { inputs, settings, output: run.value, upstream: filled(rule.shape, 2, drawn) }
  const { forward, back } = op.mistakes ?? {}
  const lines = [
    `  ${inputs.map(show).join(' | ')}${settings.length > 0 ? ` [${settings.join(', ')}]` : ''}`,
    `    forward, ${show(pass.output)}`,
  ]
  if (forward) lines.push(...bySite(site => forward(field, pass, site), shapes.length))
  for (const [into, sent] of op.vjp(field, pass).entries()) {
    lines.push(`    back into ${into + 1}, ${show(pass.upstream)} becomes ${show(sent)}`)
    if (back) lines.push(...bySite(site => back(field, pass, into, site), shapes.length))
  }
  return lines
}

/** What the wrong rules of an op come to on small numbers, at every site that decides between them. */
export function mistakesOf(op: Op): string[] {
  if (!op.mistakes) return ['wrong rules: none']
  const lines = op.samples.fit.flatMap((sample, nth) => {
    const [signed = [], positive = []] = draws.map(draw => tried(op, sample, draw))
    return [...signed, ...(nth === 0 || signed.length === 0 ? positive : [])]
  })
  return ['wrong rules:', ...lines]
}
