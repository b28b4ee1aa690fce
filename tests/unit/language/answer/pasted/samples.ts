/** What programs print and what people write, and the entries that each of it holds. */
export interface Sample {
  readonly from: string
  readonly text: string
  readonly rows: readonly (readonly string[])[]
}

const square = [
  ['1', '2'],
  ['3', '4'],
]
const pointed = [
  ['1.', '2.'],
  ['3.', '4.'],
]
const half = [
  ['1/2', '-1/3'],
  ['3', '4/5'],
]
const raw = String.raw

export const samples: readonly Sample[] = [
  // NumPy and its wraps
  { from: 'NumPy, printed', text: '[[1. 2.]\n [3. 4.]]', rows: pointed },
  {
    from: 'NumPy, signs and exponents',
    text: '[[ 1.00000000e+00 -2.50000000e-03]\n [ 3.00000000e+00  4.00000000e+00]]',
    rows: [
      ['1.00000000e+00', '-2.50000000e-03'],
      ['3.00000000e+00', '4.00000000e+00'],
    ],
  },
  { from: 'NumPy, repr', text: 'array([[1., 2.],\n       [3., 4.]], dtype=float32)', rows: pointed },
  { from: 'NumPy, at the prompt', text: '>>> dW\narray([[1., 2.],\n       [3., 4.]])\n', rows: pointed },
  { from: 'NumPy, printed at the prompt', text: '>>> print(dW)\n[[1 2]\n [3 4]]\n>>> ', rows: square },
  {
    from: 'NumPy, typed at the prompt',
    text: '>>> dW = np.array([[1, 2],\n...                [3, 4]])',
    rows: square,
  },
  { from: 'IPython', text: 'Out[3]: \narray([[1., 2.],\n       [3., 4.]])', rows: pointed },
  { from: 'NumPy in code', text: 'dW = np.array([[1, 2], [3, 4]])', rows: square },
  { from: 'NumPy, transposed in code', text: 'dW = np.array([[1, 3], [2, 4]]).T', rows: square },
  {
    from: 'NumPy, a vector over two lines',
    text: '[0.00000000e+00 1.11111111e-01 2.22222222e-01 3.33333333e-01 4.44444444e-01\n 5.55555556e-01 6.66666667e-01]',
    rows: [
      [
        '0.00000000e+00',
        '1.11111111e-01',
        '2.22222222e-01',
        '3.33333333e-01',
        '4.44444444e-01',
        '5.55555556e-01',
        '6.66666667e-01',
      ],
    ],
  },
  {
    from: 'NumPy, a row over two lines',
    text: '[[0.12345678 0.23456789 0.34567891 0.45678912 0.56789123 0.67891234\n  0.78912345]\n [1.         2.         3.         4.         5.         6.\n  7.        ]]',
    rows: [
      ['0.12345678', '0.23456789', '0.34567891', '0.45678912', '0.56789123', '0.67891234', '0.78912345'],
      ['1.', '2.', '3.', '4.', '5.', '6.', '7.'],
    ],
  },
  {
    from: 'NumPy, rank 3',
    text: '[[[1 2]\n  [3 4]]\n\n [[5 6]\n  [7 8]]]',
    rows: [...square, ['5', '6'], ['7', '8']],
  },
  { from: 'NumPy 2, a scalar', text: 'np.float64(0.25)', rows: [['0.25']] },
  {
    from: 'NumPy 2, scalars in a list',
    text: '[np.float64(0.5), np.float32(-1.0)]',
    rows: [['0.5', '-1.0']],
  },
  { from: 'a list with a comma after it', text: '[[1, 2],\n [3, 4]],', rows: square },
  { from: 'black, one number a line', text: '[\n    1,\n    2,\n    3,\n]', rows: [['1', '2', '3']] },
  {
    from: 'Python fractions',
    text: 'array([[Fraction(1, 2), Fraction(-1, 3)],\n       [Fraction(3, 1), Fraction(4, 5)]], dtype=object)',
    rows: [
      ['1/2', '-1/3'],
      ['3/1', '4/5'],
    ],
  },
  { from: 'Python fractions, printed', text: '[[Fraction(1, 2) Fraction(-1, 3)]]', rows: [['1/2', '-1/3']] },
  { from: 'Python fractions as text', text: "['1/2', '-1/3']", rows: [['1/2', '-1/3']] },
  { from: 'a Python fraction', text: 'Fraction(3, 8)', rows: [['3/8']] },
  { from: 'a Python decimal', text: "Decimal('0.125')", rows: [['0.125']] },
  // torch
  {
    from: 'torch',
    text: 'tensor([[ 1.0000, -0.2500],\n        [ 0.0000,  4.0000]], grad_fn=<AddmmBackward0>)',
    rows: [
      ['1.0000', '-0.2500'],
      ['0.0000', '4.0000'],
    ],
  },
  {
    from: 'torch on a GPU',
    text: "tensor([[1., 2.],\n        [3., 4.]], device='cuda:0', dtype=torch.float64)",
    rows: pointed,
  },
  {
    from: 'torch, a parameter',
    text: 'Parameter containing:\ntensor([[1., 2.],\n        [3., 4.]], requires_grad=True)',
    rows: pointed,
  },
  { from: 'torch, a scalar', text: 'tensor(0.6931, grad_fn=<NllLossBackward0>)', rows: [['0.6931']] },
  {
    from: 'torch, a vector over lines',
    text: 'tensor([0.1000, 0.2000,\n        0.3000])',
    rows: [['0.1000', '0.2000', '0.3000']],
  },
  { from: 'torch in code', text: 'W = nn.Parameter(torch.tensor([[1., 2.], [3., 4.]]))', rows: pointed },
  // TensorFlow and JAX
  {
    from: 'TensorFlow',
    text: '<tf.Tensor: shape=(2, 2), dtype=float32, numpy=\narray([[1., 2.],\n       [3., 4.]], dtype=float32)>',
    rows: pointed,
  },
  {
    from: 'TensorFlow, printed',
    text: 'tf.Tensor(\n[[1. 2.]\n [3. 4.]], shape=(2, 2), dtype=float32)',
    rows: pointed,
  },
  {
    from: 'TensorFlow, a variable',
    text: "<tf.Variable 'w:0' shape=(2,) dtype=float32, numpy=array([1., 2.], dtype=float32)>",
    rows: [['1.', '2.']],
  },
  { from: 'TensorFlow, a scalar', text: '<tf.Tensor: shape=(), dtype=float32, numpy=0.5>', rows: [['0.5']] },
  { from: 'TensorFlow, a scalar printed', text: 'tf.Tensor(0.5, shape=(), dtype=float32)', rows: [['0.5']] },
  { from: 'JAX', text: 'Array([[1., 2.],\n       [3., 4.]], dtype=float32)', rows: pointed },
  { from: 'JAX, a scalar', text: 'Array(0.5, dtype=float32, weak_type=True)', rows: [['0.5']] },
  { from: 'JAX, before 2023', text: 'DeviceArray([1., 2.], dtype=float32)', rows: [['1.', '2.']] },
  // pandas and R
  {
    from: 'pandas',
    text: '     0    1\n0  1.0  2.0\n1  3.0  4.0',
    rows: [
      ['1.0', '2.0'],
      ['3.0', '4.0'],
    ],
  },
  {
    from: 'pandas with names',
    text: '   w1  w2\na   1   2\nb   3   4\n\n[2 rows x 2 columns]',
    rows: square,
  },
  { from: 'pandas, one column', text: '     0\n0  0.5\n1  1.5', rows: [['0.5'], ['1.5']] },
  { from: 'pandas, a series', text: '0    0.5\n1    1.5\nName: w, dtype: float64', rows: [['0.5'], ['1.5']] },
  { from: 'R', text: '     [,1] [,2]\n[1,]    1    2\n[2,]    3    4', rows: square },
  { from: 'R at the prompt', text: '> dW\n     [,1] [,2]\n[1,]    1    2\n[2,]    3    4\n> ', rows: square },
  { from: 'R with names', text: '     w1 w2\n[1,]  1  2\n[2,]  3  4', rows: square },
  { from: 'R with names of rows', text: '  [,1] [,2]\na    1    2\nb    3    4', rows: square },
  {
    from: 'R, columns that did not fit',
    text: '     [,1] [,2]\n[1,]    1    2\n[2,]    3    4\n     [,3]\n[1,]    5\n[2,]    6',
    rows: [
      ['1', '2', '5'],
      ['3', '4', '6'],
    ],
  },
  { from: 'R, a vector', text: '[1]  0.50 -1.25  3.00', rows: [['0.50', '-1.25', '3.00']] },
  { from: 'R, a vector over lines', text: ' [1] 1 2 3\n [4] 4 5', rows: [['1', '2', '3', '4', '5']] },
  { from: 'R, a data frame', text: '  a b\n1 1 2\n2 3 4', rows: square },
  { from: 'R in code', text: 'dW <- matrix(c(1, 3, 2, 4), nrow = 2)', rows: square },
  { from: 'R in code, by row', text: 'matrix(c(1, 2, 3, 4), ncol=2, byrow=TRUE)', rows: square },
  { from: 'R, dput', text: 'structure(c(1, 3, 2, 4), dim = c(2L, 2L))', rows: square },
  { from: 'R, dput of a vector', text: 'c(0.5, -1.25, 3L)', rows: [['0.5', '-1.25', '3']] },
  // MATLAB, Octave, Julia
  { from: 'MATLAB', text: 'ans =\n\n     1     2\n     3     4\n\n', rows: square },
  {
    from: 'MATLAB, scaled',
    text: 'dW =\n\n   1.0e+03 *\n\n    1.0000   -0.0025\n         0    4.0000\n',
    rows: [
      ['1.0000e3', '-0.0025e3'],
      ['0', '4.0000e3'],
    ],
  },
  {
    from: 'MATLAB, scaled down',
    text: '   1.0e-03 *\n\n    0.5000    0.2500\n',
    rows: [['0.5000e-3', '0.2500e-3']],
  },
  {
    from: 'MATLAB, columns that did not fit',
    text: 'A =\n\n  Columns 1 through 2\n\n     1     2\n     3     4\n\n  Column 3\n\n     5\n     6\n',
    rows: [
      ['1', '2', '5'],
      ['3', '4', '6'],
    ],
  },
  {
    from: 'MATLAB, single',
    text: 'ans =\n\n  2×2 single matrix\n\n     1     2\n     3     4\n',
    rows: square,
  },
  {
    from: 'MATLAB, format rat',
    text: '       1/2           -1/3     \n       3              4/5     ',
    rows: half,
  },
  { from: 'MATLAB, symbolic', text: 'ans =\n\n[1/2, -1/3]\n[  3,  4/5]\n', rows: half },
  { from: 'MATLAB, a scalar', text: 'ans =\n\n    0.2500\n', rows: [['0.2500']] },
  { from: 'MATLAB in code', text: 'dW = [1 2; 3 4];', rows: square },
  { from: 'MATLAB in code over lines', text: '[1 2\n 3 4]', rows: square },
  { from: 'MATLAB in code over lines with commas', text: 'A = [ 1, 2\n      3, 4 ];', rows: square },
  { from: 'MATLAB in code, transposed', text: "[1 3; 2 4]'", rows: square },
  { from: 'Octave', text: 'octave:2> dW\ndW =\n\n   1   2\n   3   4\n\n', rows: square },
  {
    from: 'Octave, scaled',
    text: 'A =\n\n  1.0e+03  *\n\n   1.0000   2.0000\n   3.0000   4.0000\n',
    rows: [
      ['1.0000e3', '2.0000e3'],
      ['3.0000e3', '4.0000e3'],
    ],
  },
  {
    from: 'Octave, a diagonal',
    text: 'ans =\n\nDiagonal Matrix\n\n   1   0\n   0   1\n',
    rows: [
      ['1', '0'],
      ['0', '1'],
    ],
  },
  {
    from: 'Octave, columns that did not fit',
    text: 'A =\n\n Columns 1 and 2:\n\n   1   2\n   3   4\n\n Column 3:\n\n   5\n   6\n',
    rows: [
      ['1', '2', '5'],
      ['3', '4', '6'],
    ],
  },
  {
    from: 'Julia',
    text: '2×2 Matrix{Float64}:\n 1.0  2.0\n 3.0  4.0',
    rows: [
      ['1.0', '2.0'],
      ['3.0', '4.0'],
    ],
  },
  { from: 'Julia at the prompt', text: 'julia> dW\n2×2 Array{Int64,2}:\n 1  2\n 3  4', rows: square },
  {
    from: 'Julia, fractions',
    text: '2×2 Matrix{Rational{Int64}}:\n 1//2  -1//3\n 3//1   4//5',
    rows: [
      ['1/2', '-1/3'],
      ['3/1', '4/5'],
    ],
  },
  { from: 'Julia, a vector', text: '2-element Vector{Float64}:\n 0.5\n 1.5', rows: [['0.5'], ['1.5']] },
  {
    from: 'Julia, a diagonal',
    text: '2×2 Diagonal{Int64, Vector{Int64}}:\n 1  ⋅\n ⋅  2',
    rows: [
      ['1', '0'],
      ['0', '2'],
    ],
  },
  { from: 'Julia in code', text: 'Rational{Int64}[1//2 -1//3; 3 4//5]', rows: half },
  { from: 'a Julia fraction', text: '-1//2', rows: [['-1/2']] },
  // Computer algebra
  { from: 'SymPy', text: 'Matrix([\n[1/2, -1/3],\n[  3,  4/5]])', rows: half },
  { from: 'SymPy, drawn', text: '⎡1  2⎤\n⎢    ⎥\n⎣3  4⎦', rows: square },
  {
    from: 'SymPy, drawn with sums',
    text: '⎡x + 1  2⎤\n⎢        ⎥\n⎣  3    4⎦',
    rows: [
      ['x + 1', '2'],
      ['3', '4'],
    ],
  },
  {
    from: 'SymPy, its own fractions',
    text: 'Matrix([[Rational(1, 2), Rational(-1, 3)], [Integer(3), Rational(4, 5)]])',
    rows: half,
  },
  { from: 'SymPy, a list and a size', text: 'Matrix(2, 2, [1, 2, 3, 4])', rows: square },
  { from: 'Mathematica', text: '{{1/2, -1/3}, {3, 4/5}}', rows: half },
  { from: 'Mathematica with its prompt', text: 'Out[3]= {{1, 2}, {3, 4}}', rows: square },
  { from: 'Mathematica, a form', text: 'dW = {{1, 2}, {3, 4}} // MatrixForm', rows: square },
  {
    from: 'Mathematica, functions',
    text: '{Sqrt[2], E^(-1), Log[3], 1.5*^-3, 0.25`}',
    rows: [['Sqrt(2)', 'E^(-1)', 'Log(3)', '1.5e-3', '0.25']],
  },
  { from: 'C', text: '{{1, 2},\n {3, 4}};', rows: square },
  { from: 'Maxima', text: '(%o1) matrix([1/2,-1/3],[3,4/5])', rows: half },
  {
    from: 'Maxima, drawn',
    text: '                                   [ 1  2 ]\n(%o1)                              [      ]\n                                   [ 3  4 ]',
    rows: square,
  },
  {
    from: 'Maxima, tex',
    text: raw`\pmatrix{{{1}\over{2}}&-{{1}\over{3}}\cr 3&{{4}\over{5}}\cr }`,
    rows: half,
  },
  { from: 'Maple in code', text: 'A := Matrix([[1, 2], [3, 4]]);', rows: square },
  { from: 'Maple in code with its size', text: 'Matrix(2, 2, [[1, 2], [3, 4]])', rows: square },
  {
    from: 'Maple, drawn',
    text: '                         [1  2]\n                    A := [    ]\n                         [3  4]',
    rows: square,
  },
  { from: 'Maple, rows', text: '<<1 | 2>, <3 | 4>>', rows: square },
  { from: 'Maple, columns', text: '<<1, 3> | <2, 4>>;', rows: square },
  { from: 'Maple, a vector', text: '<1, 2>', rows: [['1'], ['2']] },
  { from: 'Maple, a vector in words', text: 'Vector(2, [1, 2])', rows: [['1'], ['2']] },
  { from: 'Wolfram Alpha', text: '(1 | 2\n3 | 4)', rows: square },
  // Typeset
  {
    from: 'LaTeX',
    text: raw`\begin{pmatrix} \frac12 & -\cfrac{1}{3} \\ 3 & \tfrac45 \end{pmatrix}`,
    rows: half,
  },
  {
    from: 'LaTeX in an equation',
    text: raw`\[ W^{(1)} = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}. \]`,
    rows: square,
  },
  {
    from: 'LaTeX with a gradient before it',
    text: raw`$\frac{\partial L}{\partial W} = \left(\begin{matrix}1 & 2\\3 & 4\end{matrix}\right)$`,
    rows: square,
  },
  {
    from: 'LaTeX, transposed',
    text: raw`\begin{bmatrix} 1 & 2 & 3 \end{bmatrix}^T`,
    rows: [['1'], ['2'], ['3']],
  },
  {
    from: 'LaTeX, transposed with a group',
    text: raw`\begin{bmatrix} 1 & 3 \\ 2 & 4 \end{bmatrix}^{\top}`,
    rows: square,
  },
  {
    from: 'LaTeX, roots, powers and logarithms',
    text: raw`\sqrt{2} & \sqrt2 & \ln 2 & \ln\left(\frac{1}{2}\right) & e^{-1} & 2^3 & 1{,}5 & {-1} & 0.\overline{3} \\`,
    rows: [['sqrt(2)', 'sqrt(2)', 'ln 2', 'ln(1/2)', 'e^(-1)', '2^3', '1,5', '-1', '0.(3)']],
  },
  {
    from: 'LaTeX, fractions in fractions',
    text: raw`\frac{1}{1+\frac{1}{2}} & \frac{\frac12}{3} & \frac{1}{1+e^{-\frac12}} & \left(\frac12\right)^2`,
    rows: [['1/(1+1/2)', '(1/2)/3', '1/(1+e^(-1/2))', '(1/2)^2']],
  },
  { from: 'one LaTeX fraction', text: raw`\frac{3}{8}`, rows: [['3/8']] },
  {
    from: 'one LaTeX formula',
    text: raw`$W^{\top}\frac{\partial L}{\partial z}$`,
    rows: [['W^T∂L/∂z']],
  },
  { from: 'Typst', text: '$ mat(1/2, -1/3; 3, 4/5) $', rows: half },
  { from: 'Typst with a delimiter', text: 'mat(delim: "[", frac(1, 2), -1/3; 3, 4/5)', rows: half },
  { from: 'Typst, a vector', text: 'vec(1, 2)', rows: [['1'], ['2']] },
  { from: 'Word', text: '[■(1/2&-1/3@3&4/5)]', rows: half },
  { from: 'Word with a name', text: 'W=(■(1&2@3&4))', rows: square },
  { from: 'Word, transposed', text: '[■(1&3@2&4)]^T', rows: square },
  // Tables
  { from: 'a spreadsheet', text: '1\t2\r\n3\t4\r\n', rows: square },
  { from: 'Markdown', text: '| 1 | 2 |\n|---|---|\n| 3 | 4 |', rows: square },
  { from: 'Markdown with names', text: '| w1 | w2 |\n| :-: | :-: |\n| 1 | 2 |\n| 3 | 4 |', rows: square },
  {
    from: 'Markdown with names at two sides',
    text: '|    |   x |   y |\n|---:|----:|----:|\n|  0 |   1 |   2 |\n|  1 |   3 |   4 |',
    rows: square,
  },
  {
    from: 'Markdown with formulas',
    text: '| $\\frac{1}{2}$ | $-\\frac{1}{3}$ |\n|---|---|\n| $3$ | $\\frac45$ |',
    rows: half,
  },
  {
    from: 'a table drawn with signs',
    text: '+---+---+\n| 1 | 2 |\n+---+---+\n| 3 | 4 |\n+---+---+',
    rows: square,
  },
  { from: 'a fence', text: '```\n[[1 2]\n [3 4]]\n```', rows: square },
  { from: 'CSV', text: '1,2\n3,4\n', rows: square },
  { from: 'CSV with blanks', text: '1, 2\r\n3, 4', rows: square },
  {
    from: 'CSV with decimals',
    text: '0.5,1.5\n-2,1e-3',
    rows: [
      ['0.5', '1.5'],
      ['-2', '1e-3'],
    ],
  },
  {
    from: 'CSV with quotes',
    text: '"1,5","2"\n"3","4,5"',
    rows: [
      ['1,5', '2'],
      ['3', '4,5'],
    ],
  },
  { from: 'CSV with semicolons', text: '1;2\n3;4', rows: square },
  {
    from: 'CSV with semicolons and decimal commas',
    text: '1,5;2\n3;4,25',
    rows: [
      ['1,5', '2'],
      ['3', '4,25'],
    ],
  },
  { from: 'a column with decimal commas', text: '1,5\n2\n0,25', rows: [['1,5'], ['2'], ['0,25']] },
  {
    from: 'columns with decimal commas',
    text: '1,5 2,5\n3,5 4,5',
    rows: [
      ['1,5', '2,5'],
      ['3,5', '4,5'],
    ],
  },
  { from: 'a list', text: '1, 2, 3', rows: [['1', '2', '3']] },
  { from: 'a list with decimal commas', text: '1,5, 2,5', rows: [['1,5', '2,5']] },
  { from: 'rows on one line', text: '1 2; 3 4', rows: square },
  // Signs of other keyboards
  { from: 'fullwidth forms', text: '［［１，２］，［３，４］］', rows: square },
  { from: 'fullwidth forms in lines', text: '１，２\n３，４', rows: square },
  { from: 'no-break spaces', text: '1\u00a02\n3\u00a04', rows: square },
  { from: 'a name before a number', text: 'loss = 0.25', rows: [['0.25']] },
  { from: 'a name before a formula', text: 'dL/dW = x @ dL/dz', rows: [['x @ dL/dz']] },
  { from: 'entries of an exercise', text: '[A[1,1], 2*A[1,2]]', rows: [['A[1,1]', '2*A[1,2]']] },
]

/** What is not understood: nothing of it may be filled in. */
export const unread: readonly (readonly [from: string, text: string, told: RegExp])[] = [
  ['NumPy leaves entries out', '[[0. 0. 0. ... 0. 0. 0.]\n [0. 0. 0. ... 0. 0. 0.]]', /left out/],
  ['NumPy leaves rows out', '[[0 1]\n ...\n [8 9]]', /left out/],
  ['Julia leaves entries out', '100×100 Matrix{Float64}:\n 0.1  0.2  …  0.3\n ⋮         ⋱  \n', /left out/],
  ['LaTeX leaves entries out', raw`\begin{pmatrix} 1 & \cdots & 2 \end{pmatrix}`, /left out/],
  ['pandas leaves rows out', '    0\n0   1\n..  ..\n9   9', /./],
  ['SymPy draws fractions', '⎡1    ⎤\n⎢─   2⎥\n⎢2    ⎥\n⎢     ⎥\n⎣3   4⎦', /several lines/],
  [
    'Maxima draws fractions',
    '        [ 1    ]\n        [ -  2 ]\n(%o1)   [ 2    ]\n        [      ]\n        [ 3  4 ]',
    /several lines/,
  ],
  ['two matrices', raw`\begin{pmatrix}1\end{pmatrix}\begin{pmatrix}2\end{pmatrix}`, /one at a time/],
  ['a factor before a matrix', raw`\frac{1}{2}\begin{pmatrix}1 & 2\end{pmatrix}`, /Paste the matrix alone/],
  ['an inverse', raw`\begin{pmatrix}1 & 2\end{pmatrix}^{-1}`, /Paste the matrix alone/],
  ['a factor before Word', '2[■(1&2@3&4)]', /Paste the matrix alone/],
  [
    'a command that is not known',
    raw`\begin{pmatrix}\int & 2\end{pmatrix}`,
    /\\int cannot be read as an entry/,
  ],
  ['one command that is not known', raw`\gamma`, /\\gamma cannot be read as an entry/],
  ['a brace that is not closed', raw`\frac{1}{2 & 3`, /cannot be read as an entry/],
  ['a bracket that is not closed', '[[1 2]\n [3 4]', /cannot be read as an entry/],
  ['a page of code', 'W = np.array([1, 2])\nb = np.zeros(3)', /cannot be read as an entry/],
  ['rows of unequal length in R', '     [,1] [,2]\n[1,]    1    2\n[2,]    3', /different lengths/],
  ['unequal blocks of columns', ' Columns 1 and 2:\n\n 1 2\n 3 4\n\n Column 3:\n\n 5\n', /different lengths/],
  [
    'pages of a stack',
    'ans(:,:,1) =\n\n   1   2\n   3   4\n\nans(:,:,2) =\n\n   5   6\n   7   8\n',
    /cannot be read as an entry/,
  ],
  ['an error of a spreadsheet', '1\t#DIV/0!', /cannot be read as an entry/],
]
