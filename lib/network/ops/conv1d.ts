import { convolution } from '../convolution'

const shapes = [
  [[5], [3]],
  [[3], [3]],
  [[4], [1]],
  [
    [2, 4],
    [3, 2, 2],
  ],
  [
    [2, 2, 3],
    [2, 2, 2],
  ],
]

const misfits = [
  [[], [2]],
  [[2], [3]],
  [[2, 3], [2]],
  [[5], [1, 1, 3]],
  [
    [2, 4],
    [3, 1, 2],
  ],
  [
    [1, 2],
    [1, 1, 3],
  ],
]

/** `conv1d(x, k, stride, pad)`: along one axis; stride 1 and no padding unless said. */
export const conv1d = convolution(
  'conv1d',
  1,
  [
    ...shapes.map(shapes => ({ shapes })),
    { shapes: [[5], [2]], settings: [2, 1] },
    { shapes: [[4], [3]], settings: [1, 1] },
  ],
  [
    ...misfits.map(shapes => ({ shapes })),
    { shapes: [[5], [2]], settings: [0] },
    { shapes: [[5], [2]], settings: [1, -1] },
    { shapes: [[2], [5]], settings: [1, 1] },
  ],
)
