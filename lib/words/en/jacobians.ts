import type { Mathematics, Subject } from '../argument'
import { shapeInWords } from '../shape'
import { text } from '../text'

type OfBy = { of: Mathematics; by: Mathematics }

/** Whole Jacobians: `ask dp/dz`. */
export const jacobians = {
  'jacobians.larger-rank': ({
    name,
    shape,
    example,
  }: {
    name: Mathematics
    shape: readonly number[]
    example: Mathematics
  }) =>
    text`${name} is ${shapeInWords(shape)}: a Jacobian is asked of scalars, of vectors and of matrices of one row or one column. For one entry write ${example}`,
  'jacobians.title': ({ of, by }: { of: string; by: string }) => text`Jacobian of ${of} by ${by}`,
  'jacobians.layout': ({ of, by }: OfBy) =>
    text`Rows are the entries of ${of}, columns those of ${by} (numerator layout).`,
  'jacobians.why': ({ of, by }: OfBy) =>
    text`Row by row: how fast one entry of ${of} moves with each entry of ${by} alone.`,
  'jacobians.why-briefly': () => 'Row by row, how fast one entry moves with each of the others alone.',
  'jacobians.how-computed': ({ of }: { of: Mathematics }) => text`This is how ${of} is computed.`,
} satisfies Subject
