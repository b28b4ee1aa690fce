/** Prints a matrix as one program does. Every printer takes rows of equal length, two rows and two columns at the least. */
export interface Printer {
  readonly name: string
  /** Whether it prints fractions; else only numbers with a point. */
  readonly fractions: boolean
  print(rows: readonly (readonly string[])[]): string
  /** How the entries come back, where they are spelled otherwise. */
  back?(entry: string): string
}

type Matrix = readonly (readonly string[])[]

/** Columns of equal width, right aligned, as most programs have them. */
function columns(rows: Matrix, between = '  '): string[] {
  const width = Math.max(...rows.flat().map(cell => cell.length))
  return rows.map(row => row.map(cell => cell.padStart(width)).join(between))
}

const lists = (rows: Matrix, open: string, close: string, comma = ', '): string =>
  open + rows.map(row => open + row.join(comma) + close).join(comma) + close

const numpy = (rows: Matrix): string =>
  `[${columns(rows, ' ')
    .map(row => `[${row}]`)
    .join('\n ')}]`
const call = (rows: Matrix, name: string, more = ''): string =>
  `${name}([${rows.map(row => `[${row.join(', ')}]`).join(`,\n${' '.repeat(name.length + 2)}`)}]${more})`
const asFraction = (entry: string): string => {
  const [above, below = '1'] = entry.split('/')
  return `Fraction(${above}, ${below})`
}
const drawn = (rows: Matrix): string[] => columns(rows)

export const printers: readonly Printer[] = [
  { name: 'NumPy, printed', fractions: false, print: numpy },
  { name: 'NumPy, repr', fractions: false, print: rows => call(rows, 'array', ', dtype=float32') },
  {
    name: 'NumPy scalars in lists',
    fractions: false,
    print: rows =>
      lists(
        rows.map(row => row.map(cell => `np.float64(${cell})`)),
        '[',
        ']',
      ),
  },
  {
    name: 'Python fractions',
    fractions: true,
    print: rows =>
      call(
        rows.map(row => row.map(asFraction)),
        'array',
        ', dtype=object',
      ),
    back: entry => (entry.includes('/') ? entry : `${entry}/1`),
  },
  { name: 'Python', fractions: true, print: rows => `dW = ${lists(rows, '[', ']')}` },
  { name: 'torch', fractions: false, print: rows => call(rows, 'tensor', ', grad_fn=<MmBackward0>') },
  {
    name: 'torch, a parameter',
    fractions: false,
    print: rows => `Parameter containing:\n${call(rows, 'tensor', ', requires_grad=True')}`,
  },
  {
    name: 'TensorFlow',
    fractions: false,
    print: rows =>
      `<tf.Tensor: shape=(9, 9), dtype=float32, numpy=\n${call(rows, 'array', ', dtype=float32')}>`,
  },
  {
    name: 'TensorFlow, printed',
    fractions: false,
    print: rows => `tf.Tensor(\n${numpy(rows)}, shape=(9, 9), dtype=float32)`,
  },
  { name: 'JAX', fractions: false, print: rows => call(rows, 'Array', ', dtype=float32') },
  {
    name: 'pandas',
    fractions: false,
    print: rows =>
      columns([
        ['', ...(rows[0] ?? []).map((_, at) => String(at))],
        ...rows.map((row, at) => [String(at), ...row]),
      ]).join('\n'),
  },
  {
    name: 'R',
    fractions: false,
    print: rows =>
      columns([
        ['', ...(rows[0] ?? []).map((_, at) => `[,${at + 1}]`)],
        ...rows.map((row, at) => [`[${at + 1},]`, ...row]),
      ]).join('\n'),
  },
  {
    name: 'R in code',
    fractions: true,
    print: rows => `matrix(c(${rows.flat().join(', ')}), nrow = ${rows.length}, byrow = TRUE)`,
  },
  {
    name: 'MATLAB',
    fractions: true,
    print: rows =>
      `ans =\n\n${columns(rows, '   ')
        .map(row => `   ${row}`)
        .join('\n')}\n\n`,
  },
  {
    name: 'MATLAB, scaled',
    fractions: false,
    print: rows =>
      `A =\n\n   1.0e+02 *\n\n${columns(rows)
        .map(row => `   ${row}`)
        .join('\n')}\n`,
    back: entry => (/^-?0$/.test(entry) ? entry : `${entry}e2`),
  },
  {
    name: 'MATLAB in code',
    fractions: true,
    print: rows => `[${rows.map(row => row.join(' ')).join('; ')}];`,
  },
  {
    name: 'MATLAB in code, lines',
    fractions: true,
    print: rows => `A = [${rows.map(row => row.join(' ')).join('\n')}]`,
  },
  {
    name: 'Julia',
    fractions: true,
    print: rows =>
      `${rows.length}×${rows[0]?.length} Matrix{Rational{Int64}}:\n${columns(
        rows.map(row => row.map(cell => cell.replace('/', '//'))),
      )
        .map(row => ` ${row}`)
        .join('\n')}`,
  },
  {
    name: 'SymPy',
    fractions: true,
    print: rows => `Matrix([\n${rows.map(row => `[${row.join(', ')}]`).join(',\n')}])`,
  },
  {
    name: 'SymPy, drawn',
    fractions: false,
    print: rows => {
      const lines = drawn(rows)
      const ends = lines.map((_, at) => (at === 0 ? '⎡⎤' : at === lines.length - 1 ? '⎣⎦' : '⎢⎥'))
      return lines
        .map((line, at) => `${ends[at]?.[0]}${line}${ends[at]?.[1]}`)
        .join(`\n⎢${' '.repeat(lines[0]?.length ?? 0)}⎥\n`)
    },
  },
  { name: 'Mathematica', fractions: true, print: rows => lists(rows, '{', '}') },
  {
    name: 'Maxima',
    fractions: true,
    print: rows => `(%o1) matrix(${rows.map(row => `[${row.join(',')}]`).join(',')})`,
  },
  {
    name: 'Maxima, drawn',
    fractions: false,
    print: rows => {
      const [first = '', ...others] = drawn(rows).map(line => `[ ${line} ]`)
      return [`(%o2)  ${first}`, ...others.map(line => `       ${line}`)].join('\n')
    },
  },
  {
    name: 'Maple',
    fractions: true,
    print: rows => `<${rows.map(row => `<${row.join(' | ')}>`).join(', ')}>`,
  },
  {
    name: 'LaTeX',
    fractions: true,
    print: rows =>
      `\\begin{bmatrix}\n${rows.map(row => row.map(inLatex).join(' & ')).join(' \\\\\n')}\n\\end{bmatrix}`,
  },
  {
    name: 'LaTeX, transposed',
    fractions: true,
    print: rows => {
      const [first = []] = rows
      const turned = first.map((_, column) => rows.map(row => row[column] ?? ''))
      return `\\begin{pmatrix}${turned.map(row => row.map(inLatex).join('&')).join('\\\\')}\\end{pmatrix}^{\\top}`
    },
  },
  { name: 'Typst', fractions: true, print: rows => `$ mat(${rows.map(row => row.join(', ')).join('; ')}) $` },
  { name: 'Word', fractions: true, print: rows => `[■(${rows.map(row => row.join('&')).join('@')})]` },
  {
    name: 'Markdown',
    fractions: true,
    print: rows => {
      const [first = '', ...others] = rows.map(row => `| ${row.join(' | ')} |`)
      return [first, first.replace(/[^|]/g, '-'), ...others].join('\n')
    },
  },
  { name: 'a spreadsheet', fractions: true, print: rows => rows.map(row => row.join('\t')).join('\r\n') },
  { name: 'CSV with semicolons', fractions: true, print: rows => rows.map(row => row.join(';')).join('\n') },
  {
    name: 'CSV with decimal commas',
    fractions: false,
    print: rows => rows.map(row => row.join(';').replaceAll('.', ',')).join('\n'),
    back: entry => entry.replace('.', ','),
  },
  { name: 'CSV with blanks', fractions: true, print: rows => rows.map(row => row.join(', ')).join('\n') },
  {
    name: 'fullwidth forms',
    fractions: true,
    print: rows =>
      lists(rows, '[', ']').replace(/[!-~]/g, mark => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)),
  },
]

function inLatex(entry: string): string {
  const [, sign = '', above, below] = /^(-?)(\d+)\/(\d+)$/.exec(entry) ?? []
  return above === undefined ? entry : `${sign}\\frac{${above}}{${below}}`
}
