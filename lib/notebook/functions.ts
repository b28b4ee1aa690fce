import { type Library, spellings } from './library'

/** A function that a notebook defines where its lines call it. */
export interface Helper {
  /** Other helpers that it calls. */
  readonly calls?: readonly string[]
  readonly lines: (library: Library) => string
}

const zeros = (library: Library): string => `${spellings[library].alias}.zeros(shape)`

/** The line that adds to some entries of an array. JAX has no arrays that change. */
const added = (library: Library, what: string, where: string, how: string): string =>
  library === 'jax' ? `${what} = ${what}.at[${where}].add(${how})` : `${what}[${where}] += ${how}`

function along(library: Library, kept = true): string {
  const keep = library === 'torch' ? 'keepdim' : 'keepdims'
  return `${spellings[library].axis}=axis${kept ? `, ${keep}=True` : ''}`
}

const normalised = (name: string, axis: number) => (library: Library) => {
  const m = spellings[library].alias
  const options = along(library).replace('axis,', `${axis},`)
  const spread = library === 'torch' ? `${options}, unbiased=False` : options
  return `def ${name}(x, eps=0):
    return (x - ${m}.mean(x, ${options})) / ${m}.sqrt(${m}.var(x, ${spread}) + eps)`
}

/** The functions by their names, each after those that it calls. */
export const helpers: Readonly<Record<string, Helper>> = {
  put: {
    lines: library => `def put(g, shape, where):
    """Zeros, but for g at one place: the others were not used."""
    out = ${zeros(library)}
    ${added(library, 'out', 'where', 'g')}
    return out`,
  },
  relu: {
    lines: library =>
      `def relu(z):\n    return ${{ numpy: 'np.maximum(z, 0)', torch: 'torch.relu(z)', jax: 'jax.nn.relu(z)' }[library]}`,
  },
  leaky_relu: {
    lines: library =>
      `def leaky_relu(z, slope):\n    return ${spellings[library].alias}.where(z > 0, z, slope * z)`,
  },
  sigmoid: { lines: library => `def sigmoid(z):\n    return 1 / (1 + ${spellings[library].alias}.exp(-z))` },
  softmax: {
    lines: library => {
      const m = spellings[library].alias
      const most = library === 'torch' ? 'torch.amax' : `${m}.max`
      return `def softmax(z, axis=-1):
    shares = ${m}.exp(z - ${most}(z, ${along(library)}))
    return shares / ${m}.sum(shares, ${along(library)})`
    },
  },
  masked_softmax: {
    calls: ['softmax'],
    lines: library =>
      `def masked_softmax(z, mask):\n    return softmax(${spellings[library].alias}.where(mask > 0, z, -math.inf))`,
  },
  log_softmax: {
    calls: ['softmax'],
    lines: library =>
      `def log_softmax(z, axis=-1):\n    return ${spellings[library].alias}.log(softmax(z, axis))`,
  },
  cross_entropy: {
    calls: ['softmax', 'log_softmax'],
    lines: library =>
      `def cross_entropy(z, y):\n    return -${spellings[library].alias}.sum(y * log_softmax(z), ${spellings[library].axis}=-1)`,
  },
  bce: {
    lines: library => {
      const m = spellings[library].alias
      return `def bce(p, y):\n    return -${m}.mean(y * ${m}.log(p) + (1 - y) * ${m}.log(1 - p))`
    },
  },
  layernorm: { lines: normalised('layernorm', -1) },
  batchnorm: { lines: normalised('batchnorm', 0) },
  embed: {
    lines: library => {
      const whole = library === 'torch' ? 'ids.long()' : 'ids.astype(int)'
      const row = library === 'numpy' ? 'np.add.at(out, rows, g)' : added(library, 'out', 'row', 'part')
      const each = library === 'numpy' ? row : `for row, part in zip(rows, g):\n        ${row}`
      return `def embed(table, ids):
    return table[${whole} - 1]

def embed_back(g, shape, ids):
    """A row gets what arrives wherever it was taken."""
    rows = ${whole} - 1
    out = ${zeros(library)}
    ${each}
    return out`
    },
  },
  conv1d: {
    lines: library => `def conv1d(x, k):
    n = x.shape[0] - k.shape[0] + 1
    return ${spellings[library].alias}.stack([(x[i : i + k.shape[0]] * k).sum() for i in range(n)])

def conv1d_back(g, shape, k):
    """Each place of the kernel sends back what it multiplied."""
    out = ${zeros(library)}
    for i in range(g.shape[0]):
        ${added(library, 'out', 'i : i + k.shape[0]', 'g[i] * k')}
    return out`,
  },
  conv2d: {
    lines: library => {
      const m = spellings[library].alias
      return `def conv2d(x, k):
    (p, q), (n, m) = k.shape, (x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1)
    return ${m}.stack([${m}.stack([(x[i : i + p, j : j + q] * k).sum() for j in range(m)]) for i in range(n)])

def conv2d_back(g, shape, k):
    """Each place of the kernel sends back what it multiplied."""
    out = ${zeros(library)}
    for i in range(g.shape[0]):
        for j in range(g.shape[1]):
            ${added(library, 'out', 'i : i + k.shape[0], j : j + k.shape[1]', 'g[i, j] * k')}
    return out`
    },
  },
  windows: {
    lines: () => `def windows(shape, size, stride):
    """The places of each window, row by row."""
    return [
        [(slice(i, i + size[0]), slice(j, j + size[1])) for j in range(0, shape[1] - size[1] + 1, stride[1])]
        for i in range(0, shape[0] - size[0] + 1, stride[0])
    ]`,
  },
  maxpool: {
    calls: ['windows'],
    lines: library => {
      const m = spellings[library].alias
      return `def maxpool(x, size, stride):
    return ${m}.stack([${m}.stack([x[at].max() for at in row]) for row in windows(x.shape, size, stride)])

def maxpool_back(g, x, size, stride):
    """Only the largest entry of a window, the first one of several, gets what arrives."""
    shape = x.shape
    out = ${zeros(library)}
    for i, row in enumerate(windows(shape, size, stride)):
        for j, at in enumerate(row):
            largest, width = int(x[at].argmax()), x[at].shape[1]
            where = at[0].start + largest // width, at[1].start + largest % width
            ${added(library, 'out', 'where', 'g[i, j]')}
    return out`
    },
  },
  avgpool: {
    calls: ['windows'],
    lines: library => {
      const m = spellings[library].alias
      return `def avgpool(x, size, stride):
    return ${m}.stack([${m}.stack([x[at].mean() for at in row]) for row in windows(x.shape, size, stride)])

def avgpool_back(g, shape, size, stride):
    """Every entry of a window gets an equal share of what arrives."""
    out = ${zeros(library)}
    for i, row in enumerate(windows(shape, size, stride)):
        for j, at in enumerate(row):
            ${added(library, 'out', 'at', 'g[i, j] / (size[0] * size[1])')}
    return out`
    },
  },
}

/** The definitions of these and of those that they call, in the order of the table. */
export function helperLines(wanted: ReadonlySet<string>, library: Library): string[] {
  const all = new Set(wanted)
  for (const [name, { calls = [] }] of Object.entries(helpers).reverse()) {
    if (all.has(name)) for (const called of calls) all.add(called)
  }
  return Object.entries(helpers).flatMap(([name, { lines }]) => (all.has(name) ? [lines(library)] : []))
}
