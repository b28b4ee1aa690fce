import type { Subject } from '../../argument'
import { lengths as shape } from '../../shape'
import { text } from '../../text'

type Lengths = readonly number[]

export const windows = {
  'windows.scalar': () => 'a scalar has no axis along which windows lie',
  'windows.of-vector': ({ size }: { size: Lengths }) =>
    text`a vector has one axis, so its windows are 1x${size[1] ?? 1} or ${size[1] ?? 1}, not ${shape(size)}`,
  'windows.size': ({ size }: { size: Lengths }) =>
    text`the size of a window is an integer from 1, and this is ${shape(size)}`,
  'windows.stride': ({ stride }: { stride: Lengths }) =>
    text`a stride is an integer from 1, and this is ${shape(stride)}`,
  'windows.too-wide': ({ size, lengths }: { size: Lengths; lengths: Lengths }) =>
    text`a window of ${shape(size)} does not fit into ${shape(lengths)}`,
} satisfies Subject
