import type { Scalar, TranscendentalField } from '@/lib/exact/atoms'
import { mi } from '@/lib/exact/mathml'

/** A piece of text with the same typeset: the inside of a `<math>` element. */
export interface Shown {
  readonly text: string
  readonly mathml: string
  /** Whether a number in it is rounded. */
  readonly rounded?: boolean
}

/** A number together with how it was computed, and so on for every number in that. */
export interface Working {
  readonly value: Scalar
  readonly form: Form
}

export interface SignedWorking {
  readonly negative: boolean
  readonly of: Working
}

export type Form =
  /** A number that is put in; `name` is the entry whose value it is, if it is one. */
  | { readonly kind: 'known'; readonly name: Shown | null }
  | { readonly kind: 'sum'; readonly terms: readonly SignedWorking[] }
  | { readonly kind: 'product'; readonly factors: readonly Working[] }
  | { readonly kind: 'quotient'; readonly top: Working; readonly bottom: Working }
  | { readonly kind: 'power'; readonly base: Working; readonly exponent: number }
  | { readonly kind: 'call'; readonly name: CalledName; readonly of: Working }

export type CalledName = 'exp' | 'ln' | 'sqrt' | 'sin' | 'cos' | 'erf'

/** The most terms or factors that are written out; more of them stand as one number. */
const mostParts = 40

export function known(value: Scalar, name: Shown | null = null): Working {
  return { value, form: { kind: 'known', name } }
}

/**
 * A field whose numbers remember how they were computed. Everything computed over it, backward rules included, thus
 * writes its own worked solution. Zeros and ones that an op puts in by itself leave no trace.
 */
export function workings(field: TranscendentalField<Scalar>): TranscendentalField<Working> {
  const zero = known(field.zero)
  const one = known(field.one)
  const add = (a: Working, b: Working): Working => {
    if (a === zero) return b
    if (b === zero) return a
    return summed(field.add(a.value, b.value), [...termsOf(a), ...termsOf(b)])
  }
  const neg = (a: Working): Working =>
    a === zero ? zero : summed(field.neg(a.value), [{ negative: true, of: a }])
  return {
    zero,
    one,
    fromRational: value => (value.n === value.d ? one : known(field.fromRational(value))),
    add,
    sub: (a, b) => {
      if (b === zero) return a
      if (a === zero) return neg(b)
      return summed(field.sub(a.value, b.value), [...termsOf(a), { negative: true, of: b }])
    },
    mul: (a, b) => {
      if (a === one) return b
      if (b === one) return a
      if (a === zero || b === zero) return zero
      const value = field.mul(a.value, b.value)
      const raised = powerOf(a, b)
      if (raised !== null) return { value, form: raised }
      const factors = [...factorsOf(a), ...factorsOf(b)]
      return factors.length > mostParts ? known(value) : { value, form: { kind: 'product', factors } }
    },
    div: (a, b) => {
      if (b === one) return a
      if (a === zero) return zero
      return { value: field.div(a.value, b.value), form: { kind: 'quotient', top: a, bottom: b } }
    },
    neg,
    isZero: a => field.isZero(a.value),
    equals: (a, b) => field.equals(a.value, b.value),
    sign: a => field.sign(a.value),
    exp: of => called(field.exp(of.value), 'exp', of),
    log: of => called(field.log(of.value), 'ln', of),
    sqrt: of => called(field.sqrt(of.value), 'sqrt', of),
    pi: () => known(field.pi(), { text: 'pi', mathml: mi('π') }),
    sin: of => called(field.sin(of.value), 'sin', of),
    cos: of => called(field.cos(of.value), 'cos', of),
    erf: of => called(field.erf(of.value), 'erf', of),
  }
}

function called(value: Scalar, name: CalledName, of: Working): Working {
  return { value, form: { kind: 'call', name, of } }
}

function summed(value: Scalar, terms: readonly SignedWorking[]): Working {
  return terms.length > mostParts ? known(value) : { value, form: { kind: 'sum', terms } }
}

function termsOf(a: Working): readonly SignedWorking[] {
  return a.form.kind === 'sum' ? a.form.terms : [{ negative: false, of: a }]
}

function factorsOf(a: Working): readonly Working[] {
  return a.form.kind === 'product' ? a.form.factors : [a]
}

/** The same number times itself, or once more: ops raise by multiplying. */
function powerOf(a: Working, b: Working): Form | null {
  if (a === b) {
    if (a.form.kind === 'power') return { ...a.form, exponent: 2 * a.form.exponent }
    return { kind: 'power', base: a, exponent: 2 }
  }
  const { form } = a
  return form.kind === 'power' && form.base === b ? { ...form, exponent: form.exponent + 1 } : null
}

/** The parts that a working is made of. */
export function partsOf({ form }: Working): readonly Working[] {
  switch (form.kind) {
    case 'known':
      return []
    case 'sum':
      return form.terms.map(({ of }) => of)
    case 'product':
      return form.factors
    case 'quotient':
      return [form.top, form.bottom]
    case 'power':
      return [form.base]
    case 'call':
      return [form.of]
  }
}

/** The working with everything below `levels` levels replaced by its number; at 0 only the number is left. */
export function cutAt(working: Working, levels: number): Working {
  if (working.form.kind === 'known') return working
  return levels === 0 ? known(working.value) : withParts(working, part => cutAt(part, levels - 1))
}

/** The working with each of its parts replaced by its number, without a name. */
export function computed(working: Working): Working {
  return withParts(working, ({ value }) => known(value))
}

function withParts({ value, form }: Working, change: (part: Working) => Working): Working {
  switch (form.kind) {
    case 'known':
      return { value, form }
    case 'sum': {
      const terms = form.terms.map(({ negative, of }) => ({ negative, of: change(of) }))
      return { value, form: { kind: 'sum', terms } }
    }
    case 'product':
      return { value, form: { kind: 'product', factors: form.factors.map(change) } }
    case 'quotient':
      return { value, form: { kind: 'quotient', top: change(form.top), bottom: change(form.bottom) } }
    case 'power':
      return { value, form: { ...form, base: change(form.base) } }
    case 'call':
      return { value, form: { ...form, of: change(form.of) } }
  }
}
