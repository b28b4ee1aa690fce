/**
 * The worked solutions that are put in order in the lesson's text: the step whose lines they are, by the slug of its exercise. Its
 * quantities have formulas in symbols, and fresh numbers tell at least two of its mistakes apart (tests/unit/lessons/orders.test.ts).
 */
export const orders: Readonly<Record<string, string>> = {
  'chain-of-three': 'dL/dx',
  'three-in-a-row': 'dL/dB',
  'full-small-network': 'dL/dW1',
  'batch-of-two': 'dL/dW1',
  'softmax-and-squared-error': 'dL/dz',
}
