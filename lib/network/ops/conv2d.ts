import { convolution } from '../convolution'

/** `conv2d(x, k, stride, pad)`: along the last two axes; stride 1 and no padding unless said. */
export const conv2d = convolution(
  'conv2d',
  2,
  [
    {
      shapes: [
        [3, 3],
        [2, 2],
      ],
    },
    {
      shapes: [
        [2, 3],
        [1, 2],
      ],
    },
    {
      shapes: [
        [3, 4],
        [2, 2],
      ],
      settings: [2],
    },
    {
      shapes: [
        [2, 2],
        [2, 2],
      ],
      settings: [1, 1],
    },
    {
      shapes: [
        [3, 3],
        [3, 3],
      ],
      settings: [2, 1],
    },
    {
      shapes: [
        [2, 2, 3],
        [2, 2, 2, 2],
      ],
    },
    {
      shapes: [
        [2, 1, 2, 2],
        [1, 1, 2, 1],
      ],
    },
  ],
  [
    { shapes: [[3], [2]] },
    { shapes: [[3, 3], [2]] },
    {
      shapes: [
        [2, 2],
        [3, 3],
      ],
    },
    {
      shapes: [
        [2, 3, 3],
        [1, 1, 2, 2],
      ],
    },
    {
      shapes: [
        [3, 3],
        [2, 2],
      ],
      settings: [0],
    },
    {
      shapes: [
        [3, 3],
        [2, 2],
      ],
      settings: [1, -1],
    },
  ],
)
