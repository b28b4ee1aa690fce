import { mi } from '@/lib/exact/mathml'
import { strength } from '../notation'
import { fits, type Op } from '../op'

/** `pi`: a number, computed from nothing. */
export const pi: Op = {
  name: 'pi',
  notation: (_inputs, _settings, shape) => ({
    mathml: mi('π'),
    strength: strength.atom,
    shape,
    signed: false,
  }),
  spelling: () => ({ text: 'pi', strength: strength.atom }),
  shape: () => fits([]),
  forward: field => ({ ok: true, value: { shape: [], data: [field.pi()] } }),
  vjp: () => [],
  samples: { fit: [{ shapes: [] }], misfit: [] },
}
