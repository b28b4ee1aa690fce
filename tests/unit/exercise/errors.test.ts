import { describe, expect, test } from 'vitest'
import { takesLong } from '../../takes-long'
import { told } from './solve'

takesLong()

const A = 'given A = [[1, 2, 3], [4, 5, 6]]\n'

/** Each source with all that is wrong in it. */
const table: Record<string, [source: string, expected: string[]][]> = {
  shapes: [
    [
      'given x = [[1], [2], [3]]\nparam W1 = [[1, 2], [3, 4], [5, 6]]\nz     = W1 @ x',
      ['3:12 W1 is 3x2 and x is 3x1: 3x2 @ 3x1 does not multiply (inner 2 and 3 differ)'],
    ],
    [
      'given a = [1, 2]\ngiven b = [1, 2, 3]\nc = a + b',
      ['3:7 a is 2 and b is 3: 2 + 3 does not broadcast (2 and 3 differ)'],
    ],
    [
      'given A = [[1, 2]]\nc = (A.T @ A) @ 3',
      ['2:15 (A.T @ A) is 2x2 and 3 is a scalar: @ takes no scalars (write * to multiply by a number)'],
    ],
    ['given A = [[1, 2], [3]]', ['1:11 this tensor is ragged: entry 1 is 2 and entry 2 is 1']],
    ['given A = [1, [2]]', ['1:11 this tensor is ragged: entry 1 is scalar and entry 2 is 1']],
    ['given x = [1, 2]\ny = sum(x, 2)', ['2:5 x is 2: there is no axis 2 (the axes of 2 go from 1 to 1)']],
    ['given x = 1\ny = mean(x, 1)', ['2:5 x is a scalar: there is no axis 1 (a scalar has no axes)']],
    ['given x = [1, 2]\ny = x[3]', ['2:6 x is 2: there is no entry [3] (its indices go from 1 to 2)']],
    [
      'given A = [[1, 2]]\ny = A[1]',
      ['2:6 A is 1x2: one entry of 1x2 takes 2 indices, found 1 (a row is [1,:], counted from 1)'],
    ],
    [
      'given x = [1, 2]\nloss L = x^2',
      ['2:6 a loss is one number (a scalar or 1x1), and L is 2: sum(…) or mean(…) makes one number of it'],
    ],
  ],
  names: [
    ['z = relu(x)', ['1:10 there is no node x']],
    ['param W1 = 1\nz = w1 + 1', ['2:5 there is no node w1 (did you mean W1?)']],
    ['param hidden = 1\nz = hiden + 1', ['2:5 there is no node hiden (did you mean hidden?)']],
    ['param w = 1\nloss L = w^2\nask dw', ['3:5 there is no node dw (did you mean dL/dw?)']],
    ['param w = 1\nloss L = w^2\nask w.grad', ['3:6 a gradient is asked for as dL/dw']],
    // What hangs on an unreadable line is not complained of again.
    [
      'param w = 1\nz = foo(w)\nloss L = z^2\nask dL/dw',
      ['2:8 found (, expected an operator: there is no function foo'],
    ],
    ['h = z + 1\nz = 2', ['1:5 z is used here before it is defined (line 2)']],
    ['z = z + 1', ['1:5 z is used here before it is defined (line 1)']],
    ['given x = 1\nparam x = 2', ['2:7 x is defined already (line 1)']],
    ['given e = 1', ['1:7 e is reserved: choose another name']],
    ['given T = 1', ['1:7 T is reserved: choose another name']],
    ['relu = 1', ["1:1 relu is a function's name: choose another"]],
    ['given softmax = 1', ["1:7 softmax is a function's name: choose another"]],
    ['note = 1', ['1:1 note is a word of the language: choose another']],
    ['given L = 1', ['1:7 L can only name the loss: choose another name, or write loss L = …']],
    ['given x = 1\ngiven y = x', ['2:11 found the name x, expected a value: numbers only']],
    ['given x = L', ['1:11 found the name L, expected a value: numbers only']],
    ['param x = 1\nloss f = x\nloss g = x', ['3:6 a second loss: the loss is f already (line 2)']],
  ],
  grammar: [
    ['', ['1:1 the file is empty: expected a network']],
    ['# only a comment\n\n', ['1:1 the file is empty: expected a network']],
    ['given x = ', ['1:11 found the end of the line, expected a number, a name, ( or [']],
    ['given x 3', ['1:9 found 3, expected =']],
    ['given = 3', ['1:1 given is a word of the language: choose another']],
    ['given 3 = 3', ['1:7 found 3, expected a name']],
    ['given x = 1 2', ['1:13 found 2, expected the end of the line']],
    ['given x = [1, 2', ['1:11 this [ is never closed: expected ]']],
    ['given x = (1, 2)', ['1:13 found ,, expected )']],
    ['given x = []', ['1:12 found ], expected an entry: a tensor cannot be empty']],
    ['given x = [1 2]', ['1:14 found 2, expected , or ]']],
    [
      'given x = [1, 2]\ny = x × x',
      [
        '2:7 x is 2 and x is 2: this sign may be either product of two tensors: write * (entry by entry) or @ (of matrices)',
      ],
    ],
    ['given x = 1\ny = x.t', ['2:7 found t, expected T: the transpose is written .T']],
    ['y = relu 3', ['1:10 found 3, expected ( after relu: relu(x)']],
    ['y = relu()', ['1:10 found ), expected an argument: relu(x)']],
    ['y = max(1)', ['1:5 max has 1 argument here, expected max(a, b) or amax(x) or amax(x, axis)']],
    ['y = relu(1, 2)', ['1:5 relu has 2 arguments here, expected relu(x)']],
    ['y = foo(1)', ['1:8 found (, expected an operator: there is no function foo']],
    ['gven x = 1', ['1:6 found x, expected = after gven (no statement begins with gven)']],
    [
      '= 3',
      [
        '1:1 found =, expected a statement: title, note, given, param, loss, upstream, ask, nudge, descend, or NAME = …',
      ],
    ],
    ['title Hello', ['1:7 found Hello, expected a title in double quotes']],
    ['title ""', ['1:7 the title is empty']],
    ['title "a"\ntitle "b"', ['2:1 a second title: a file has one']],
    ['note "a', ['1:6 this string does not end on its line: expected "']],
  ],
  structure: [
    [`${A}y = reshape(A, 4x2)`, ['2:5 A is 2x3: its 6 entries do not fill 4x2, which has 8']],
    [`${A}y = 2 + reshape(A[1,1], 2)`, ['2:9 A[1,1] is a scalar: its 1 entry does not fill 2, which has 2']],
    [`${A}y = reshape(A, scalar)`, ['2:5 A is 2x3: its 6 entries do not fill scalar, which has 1']],
    [`${A}y = reshape(A)`, ['2:5 reshape has 1 argument here, expected reshape(x, 2x3)']],
    [`${A}y = reshape(A, 6, 1)`, ['2:5 reshape has 3 arguments here, expected reshape(x, 2x3)']],
    [`${A}y = reshape(A, (3, 2))`, ['2:16 found (, expected a shape: 2x3, 3 or scalar']],
    [`${A}y = reshape(A, 3*2)`, ['2:17 found *, expected , or )']],
    [`${A}y = reshape(A, 0x6)`, ['2:16 found 0x6, expected a shape: 2x3, 3 or scalar']],
    [`${A}y = reshape(A, -1)`, ['2:16 found -, expected a shape: 2x3, 3 or scalar']],
    [`${A}y = reshape(A, n)`, ['2:16 found n, expected a shape: 2x3, 3 or scalar']],
    [`${A}y = reshape(A, 6.0)`, ['2:16 found 6.0, expected a shape: 2x3, 3 or scalar']],
    [`${A}y = concat(A, A)`, ['2:5 concat has 2 arguments here, expected concat(a, b, axis)']],
    [`${A}y = concat(A, A, A)`, ['2:18 found A, expected an axis: an integer such as 2']],
    [
      `${A}y = concat(A, A, 3)`,
      ['2:5 A is 2x3 and A is 2x3: there is no axis 3 (the axes of 2x3 go from 1 to 2)'],
    ],
    [
      `${A}y = concat(A, A[1,1], 1)`,
      ['2:5 A is 2x3 and A[1,1] is a scalar: concat joins tensors with the same number of axes'],
    ],
    [
      `${A}y = concat(A, A.T, 1)`,
      ['2:5 A is 2x3 and A.T is 3x2: 2x3 and 3x2 do not join along axis 1 (along axis 2, 3 and 2 differ)'],
    ],
    [
      'y = concat(1, 2, 1)',
      ['1:5 1 is a scalar and 2 is a scalar: scalars have no axis to join along (stack takes scalars)'],
    ],
    [`${A}y = stack(A)`, ['2:5 stack has 1 argument here, expected stack(a, b, …)']],
    [`${A}y = stack()`, ['2:11 found ), expected an argument: stack(a, b, …)']],
    [`${A}y = stack(A, A, A.T)`, ['2:5 this tensor is ragged: entry 1 is 2x3 and entry 3 is 3x2']],
    [`${A}y = slice(A, 1, 2)`, ['2:5 slice has 3 arguments here, expected slice(x, axis, from, to)']],
    [`${A}y = slice(A, A, 1, 2)`, ['2:14 found A, expected an axis or index: an integer such as 2']],
    [`${A}y = slice(A, 0, 1, 2)`, ['2:5 A is 2x3: there is no axis 0 (the axes of 2x3 go from 1 to 2)']],
    [
      `${A}y = slice(A, 2, 2, 4)`,
      ['2:5 A is 2x3: there is no index 4 (its indices along axis 2 go from 1 to 3)'],
    ],
    ['y = slice([5, 6], 1, 0, 1)', ['1:5 [5, 6] is 2: there is no index 0 (its indices go from 1 to 2)']],
    [
      `${A}y = slice(A, 2, 3, 2)`,
      ['2:5 A is 2x3: nothing lies from 3 to 2: a slice goes upwards, both ends included'],
    ],
    [
      'given x = [1, 2]\nparam k = [1, 2, 3]\ny = conv1d(x, k)',
      ['3:5 x is 2 and k is 3: a kernel of width 3 does not fit into length 2 (no padding)'],
    ],
    [
      `${A}y = conv1d(A, [1, 2])`,
      [
        '2:5 A is 2x3 and [1, 2] is 2: conv1d takes a vector and a vector, or channels x length (before it a batch) and outputs x channels x width',
      ],
    ],
    [
      `${A}y = conv1d(A, [[[1]]])`,
      ['2:5 A is 2x3 and [[[1]]] is 1x1x1: channels differ (2x3 has 2, each kernel of 1x1x1 takes 1)'],
    ],
    [
      `${A}E = 1 + embed(A, [1, 3])`,
      ['2:9 the id at (2) names no row of the table: ids are integers from 1 to 2'],
    ],
    ['E = embed(3, [1])', ['1:5 3 is a scalar and [1] is 1: a scalar has no rows to look up']],
    [
      `${A}y = dropout(A, [1, 0], 1/2)`,
      ['2:5 A is 2x3, [1, 0] is 2 and 1/2 is a scalar: a mask of 2 does not broadcast to 2x3'],
    ],
    [
      `${A}y = dropout(A, [1, 0, 2], 1/2)`,
      ['2:5 a mask holds 0 and 1 only: this one has something else at (3)'],
    ],
    [`${A}y = dropout(A, [1, 0, 1], 0)`, ['2:5 what dropout keeps is a share: above 0 and at most 1']],
    [
      `${A}y = dropout(A, [1, 0, 1], [1/2])`,
      ['2:5 A is 2x3, [1, 0, 1] is 3 and [1/2] is 1: what dropout keeps is one number, such as 1/2'],
    ],
    [
      'param m = [1, 0]\nloss L = sum(dropout([1, 2], m, 1/2))\nnudge 1',
      [
        '3:1 after the nudge: a mask holds 0 and 1 only: this one has something else at (1) (line 2, column 14)',
      ],
    ],
    ['given slice = 1', ["1:7 slice is a function's name: choose another"]],
  ],
  exponents: [
    ['given x = 2^[1]', ['1:13 found a tensor of shape 1, expected an exponent: an integer such as 2']],
    ['param x = -2\ny = x^0.5\nask y', ['2:6 no square root: sqrt takes no number below 0, and this is one']],
    ['param x = -2\ny = x^x\nask y', ['2:6 no logarithm: ln takes numbers above 0, and this is not one']],
    ['param x = [2, 3]\ny = x^[1, 2, x[1]]', ['2:6 x is 2: 2 ^ 3 does not broadcast (2 and 3 differ)']],
    ['param x = 2\ny = x^z', ['2:7 there is no node z']],
    ['given x = 2^65', ['1:12 the exponent 65 is over the limit: exponents go from -64 to 64']],
    ['given x = 2^-65', ['1:12 the exponent -65 is over the limit: exponents go from -64 to 64']],
    ['given x = 2^2^7', ['1:12 the exponent 128 is over the limit: exponents go from -64 to 64']],
    ['given x = 2^(1/0)', ['1:15 division by zero: the divisor is 0']],
  ],
  faults: [
    ['given x = 1/0', ['1:12 division by zero: the divisor is 0']],
    ['given x = 0^-1', ['1:12 division by zero: 0^-1 has no value, the base is 0']],
    [
      'given x = [[1, 0]]\ny = 1/x\nz = y + 1\nw = x + 1/0',
      ['2:6 division by zero: the divisor is 0 at (1, 2)', '4:10 division by zero: the divisor is 0'],
    ],
    ['param x = 1\nloss L = x\nnudge 1/0', ['3:1 division by zero: the divisor is 0']],
    [
      'param x = 1\nloss L = 1/x\nnudge -1',
      ['3:1 after the nudge: division by zero: the divisor is 0 (line 2, column 11)'],
    ],
    [
      'param x = 1\nloss L = 1/x\ndescend -1',
      ['3:1 after descent step 1: division by zero: the divisor is 0 (line 2, column 11)'],
    ],
  ],
  targets: [
    ['given x = 1\nask z', ['2:5 there is no node z']],
    ['given x = [1]\nask x[2]', ['2:5 x is 1: there is no entry [2] (its indices go from 1 to 1)']],
    ['given x = 1\nask x[1]', ['2:5 x is a scalar: a scalar has no entries to choose from']],
    [
      'given x = 1\nask dL/dx',
      ['2:5 a gradient is asked for, and the file has neither a loss nor an upstream gradient'],
    ],
    ['given x = 1\nask x, x', ['2:8 x is asked already (line 2)']],
    ['param x = 1\nloss f = x\nask dL/dx\nask df/dx', ['4:5 dL/dx is asked already (line 3)']],
    [
      'given x = 1\ny = 2\nask dy/dx',
      ['3:5 x does not occur in the expression of y, which uses no node at all'],
    ],
    [
      'given x = 1\ngiven y = 1\nask dy/dx',
      ['3:5 y is not computed from anything: it has no partial derivatives'],
    ],
    [
      'given A = [[1, 2], [3, 4]]\nC = A + 1\nask dC/dA[1,1]',
      [
        '3:5 C is 2x2: a Jacobian is asked of scalars, of vectors and of matrices of one row or one column. For one entry write dC[1,1]',
      ],
    ],
    ['given x = 1\nask x/y', ['2:5 found x, expected d and a name, as in dL/dW or dC[1,2]/dA[1,1]']],
    [
      'given x = 1\nask',
      ['2:4 found the end of the line, expected a target such as z, z[1], dL/dz or dC[1,2]/dA[1,1]'],
    ],
    ['given x = [1]\nask x[0.5]', ['2:7 found 0.5, expected an index, an integer from 1']],
    ['given x = 1\nask x rounded 0.5', ['2:15 found 0.5, expected a number of decimal places, up to 50']],
    ['given x = 1\nask x points -1', ['2:14 found -, expected a number of points, up to 1,000']],
    ['given x = 1\nask x hint 3', ['2:12 found 3, expected a hint in double quotes']],
    ['given x = 1\nask shape x rounded 2', ['2:5 a shape is not rounded']],
    ['given x = [1]\nask shape x[1]', ['2:11 shape is asked of a whole node, not of one entry']],
  ],
  changes: [
    ['param x = 1\nnudge 0.1', ['2:1 nudge needs a loss: loss NAME = …']],
    [
      'param x = 1\nC = x\nupstream dL/dC = 2\ndescend 0.1',
      ['4:1 descend needs a loss, and the file gives an upstream gradient instead'],
    ],
    ['given x = 1\nloss L = x\nnudge 0.1', ['3:1 nudge moves the parameters, and the file has no param']],
    ['param x = 1\nloss L = x\nnudge [1]', ['3:7 found a tensor of shape 1, expected a number to add']],
    ['param x = 1\nloss L = x\nnudge x', ['3:7 found the name x, expected a value: numbers only']],
    [
      'param x = 1\nloss L = x\nnudge rising',
      ['3:13 found the end of the line, expected a number, a name, ( or ['],
    ],
    [
      'param x = 1\nloss L = x\ndescend 0.1 steps 0',
      ['3:19 found 0, expected a number of steps from 1 to 50'],
    ],
  ],
  upstream: [
    [
      'given A = [[1, 2]]\nC = A\nupstream dL/dC = [1, 2]',
      ["3:18 C is 1x2 and this gradient is 2: a gradient has its node's own shape"],
    ],
    [
      'param G = 1\nC = 1\nupstream dL/dC = G',
      ['3:18 G is not a given: an upstream gradient is a value or the name of a given'],
    ],
    ['C = 1\nupstream dM/dC = 1', ['2:10 found dM, expected dL: upstream dL/dNAME = VALUE']],
    [
      'C = 1\nupstream dL/C = 1',
      ['2:13 found C, expected d and the name of a node: upstream dL/dNAME = VALUE'],
    ],
    ['C = 1\nupstream dL/dD = 1', ['2:13 there is no node D']],
    [
      'C = 1\nloss L = C\nupstream dL/dC = 1',
      ['3:1 the file has a loss (line 2): an upstream gradient takes the place of one'],
    ],
    ['C = 1\nupstream dL/dC = 1\nupstream dL/dC = 2', ['3:1 a second upstream: the first is on line 2']],
  ],
  'random values': [
    ['given x = random', ['1:17 found the end of the line, expected a shape: 2x3, 3 or scalar']],
    ['given x = random from 0..1', ['1:18 found from, expected a shape: 2x3, 3 or scalar']],
    ['given x = random 0x2 from 0..1', ['1:18 found 0x2, expected a shape: 2x3, 3 or scalar']],
    ['given x = random 2.5 from 0..1', ['1:18 found 2.5, expected a shape: 2x3, 3 or scalar']],
    ['given x = random 65x65 from 0..1', ['1:18 this is 65x65: 4,225 entries, the limit is 4,096']],
    [`given x = random 1${'x1'.repeat(64)} from 0..1`, ['1:18 this has 65 axes, the limit is 64']],
    [
      'given x = random 2x from 0..1',
      ['1:19 found x, expected from: random SHAPE from LO..HI [step S] [nonzero]'],
    ],
    [
      'given x = random 2 from 1',
      [
        '1:26 found the end of the line, expected .. and a highest value: random SHAPE from LO..HI [step S] [nonzero]',
      ],
    ],
    ['given x = random 2 from 1..', ['1:28 found the end of the line, expected a number, a name, ( or [']],
    [
      'given x = random 2 from 0..1 step',
      ['1:34 found the end of the line, expected a number, a name, ( or ['],
    ],
    ['given x = random 2 from 0..1 nonzero nonzero', ['1:38 found nonzero, expected the end of the line']],
    ['given x = random 2 from [1]..2', ['1:25 found a tensor of shape 1, expected a lowest value']],
    ['given y = 1\ngiven x = random 2 from 0..y', ['2:28 found the name y, expected a value: numbers only']],
    ['given x = random 2 from 0..1/0', ['1:29 division by zero: the divisor is 0']],
    ['given x = random 2 from 3..-1/2', ['1:25 3 is above -0.5: expected LO..HI, the lower bound first']],
    ['given x = random 2 from 0..1 step 0', ['1:35 found the step 0, expected a step above 0']],
    ['given x = random 2 from 0..1 step -1/4', ['1:35 found the step -1/4, expected a step above 0']],
    [
      'given x = random 2 from 0..0 nonzero',
      ['1:11 nothing is left to draw: 0 is the only value, and nonzero excludes it'],
    ],
    ['given x = random 2 from -1e300..1', ['1:25 a number with more than 200 digits arises']],
    [
      'y = random 2 from 0..1',
      ['1:5 random must stand right after the = of a given, a param or an upstream, with nothing else'],
    ],
    [
      'given x = 2*random 2 from 0..1',
      ['1:13 random must stand right after the = of a given, a param or an upstream, with nothing else'],
    ],
    [
      'C = [1, 2]\nupstream dL/dC = random 3 from 0..1',
      ["2:18 C is 2 and this gradient is 3: a gradient has its node's own shape"],
    ],
    ['given x = random 0 from 0..1\ny = x + 1\nask y', ['1:18 found 0, expected a shape: 2x3, 3 or scalar']],
  ],
  requirements: [
    ['given x = 1\nrequire x', ['2:10 found the end of the line, expected a comparison: == != < <= > or >=']],
    ['given x = 1\nrequire x = 1', ['2:11 found =, expected a comparison: == != < <= > or >=']],
    ['given x = 1\nrequire 0 < x < 3', ['2:15 found <: a comparison has two sides (join several by and)']],
    ['given x = 1\nrequire x < 1 or x > 2', ['2:15 found or: conditions are joined by and, there is no or']],
    ['given x = 1\nrequire x > 0 and', ['2:18 found the end of the line, expected a number, a name, ( or [']],
    ['given x = 1\nrequire count(x)', ['2:16 found ), expected a comparison: == != < <= > or >=']],
    ['given x = 1\nrequire count x > 1', ['2:15 found x, expected ( after count: count(x > 0)']],
    ['given x = 1\ny = count(x > 0)', ['2:5 count(…) is allowed only in a require']],
    ['given x = 1\nrequire x > z', ['2:13 there is no node z']],
    ['given x = [1 2]\nrequire x > 0', ['1:14 found 2, expected , or ]']],
    [
      'given x = [1, 2]\nrequire x < [1, 2, 3]',
      ['2:11 x is 2 and [1, 2, 3] is 3: 2 < 3 does not broadcast (2 and 3 differ)'],
    ],
    [
      'given x = 2\nrequire x > 1\nrequire x > 2\nrequire x != 2 and x == 2',
      [
        '3:1 x > 2 does not hold, whatever the seed: nothing in it is drawn at random',
        '4:1 x != 2 does not hold, whatever the seed: nothing in it is drawn at random',
      ],
    ],
    [
      'given x = random 3 from -5..5\nrequire x >= 5 and x != 10/2',
      ['2:1 x != 10/2 leaves nothing to draw within the bounds of the random value'],
    ],
    [
      'given x = random 2 from -5..5\n\n  require x[1] > x[2] + 10',
      ['3:3 none of 10,000 draws meets x[1] > x[2] + 10'],
    ],
    [
      'given x = random scalar from 0..1\nrequire 1/(x - x) == 1',
      [
        '2:1 none of 10,000 draws meets 1/(x - x) == 1; in the last one: division by zero: the divisor is 0 (line 2, column 10)',
      ],
    ],
    [
      'given x = random scalar from 0..1\nparam w = random 2 from 0..9\nq = w/(x - x)\nrequire sum(q) == 1 and x < 1',
      [
        '4:1 none of 10,000 draws meets sum(q) == 1; in the last one: division by zero: the divisor is 0 (line 3, column 6)',
      ],
    ],
  ],
}

describe.each(Object.entries(table))('errors of %s', (_subject, rows) => {
  test.each(rows)('%j', (source, expected) => {
    expect(told(source)).toEqual(expected)
  })
})

describe('several errors in one pass', () => {
  test('a wrong line hides no other, and what rests on it is not told again', () => {
    const source = [
      'title "Wrong in places"',
      'given x = [1, 2',
      ']',
      'param W = [[1, 2], [3]]',
      'z = W @ x',
      'h = relu(z) + q',
      'loss L = sum(h)',
      'ask z, dL/dW, dL/dz, nothing',
      'nudge 0.1',
      'y = 1 +',
    ].join('\n')
    expect(told(source)).toEqual([
      '4:11 this tensor is ragged: entry 1 is 2 and entry 2 is 1',
      '8:22 there is no node nothing',
      '10:8 found the end of the line, expected a number, a name, ( or [',
    ])
  })

  test('a line with a foreign character does not hide the next', () => {
    expect(told('given x = 2 ⊙ 3\ny = x + 1\nz = 1 +\nask y')).toEqual([
      '1:13 found ⊙, which means nothing here: write *',
      '3:8 found the end of the line, expected a number, a name, ( or [',
    ])
  })

  test('an open bracket hides what comes after it, not what comes before', () => {
    expect(told('y = 1 +\ngiven x = [1, 2\nz = 3 +')).toEqual([
      '1:8 found the end of the line, expected a number, a name, ( or [',
      '2:11 this [ is never closed: expected ]',
    ])
  })

  test('what stood in a broken line is not called missing', () => {
    expect(told('param x = 1\nloss = x\nask dL/dx\nnudge 0.1')).toEqual([
      '2:1 loss is a word of the language: choose another',
    ])
    expect(told('param x = 1 1\nloss L = 3\nnudge 0.1')).toHaveLength(1)
    expect(told('C = 1\nupstream dL/dC 1\nask dL/dC')).toHaveLength(1)
  })

  test('errors come in the order of the file', () => {
    const places = told('ask a, b\nc = d\nask f\ng = h').map(line => Number(line.split(':')[0]))
    expect(places).toEqual([1, 1, 2, 3, 4])
  })
})

test('columns count characters, not UTF-16 units', () => {
  expect(told('note "𝐖𝐖" 3')).toEqual(['1:11 found 3, expected the end of the line'])
})
