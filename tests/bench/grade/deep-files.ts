/** Networks as deep as those that people assign, with numbers of one decimal that a rule draws. */

let last = 1

/** From -0.9 to 0.9 and never 0: the minimal standard generator of Park and Miller (CACM 31, 1988). */
function number(): string {
  last = (last * 48271) % 2147483647
  const size = 1 + (last % 9)
  return `${last % 2 === 0 ? '' : '-'}0.${size}`
}

const row = (length: number): string => `[${Array.from({ length }, number).join(', ')}]`
const matrix = (rows: number, columns: number): string =>
  `[${Array.from({ length: rows }, () => row(columns)).join(', ')}]`
const oneHot = (rows: number, columns: number): string =>
  `[${Array.from({ length: rows }, (_, r) => `[${Array.from({ length: columns }, (_, c) => (c === r % columns ? 1 : 0)).join(', ')}]`).join(', ')}]`

const sigmoid221 = `title "2-2-1, sigmoid, four examples"
given X = [[0, 0], [0, 1], [1, 0], [1, 1]]
given Y = [[0], [1], [1], [0]]
param W1 = ${matrix(2, 2)}
param b1 = ${row(2)}
param W2 = ${matrix(2, 1)}
param b2 = ${row(1)}
H = sigmoid(X @ W1 + b1)
P = sigmoid(H @ W2 + b2)
loss L = mean(square(P - Y))
ask P rounded 4, L rounded 4, dL/dW2 rounded 4, dL/dW1 rounded 4
descend 0.5
`

const sigmoid3331 = `title "3-3-3-1, sigmoid"
given x = ${row(3)}
param W1 = ${matrix(3, 3)}
param W2 = ${matrix(3, 3)}
param W3 = ${matrix(1, 3)}
h1 = sigmoid(W1 @ x)
h2 = sigmoid(W2 @ h1)
p = sigmoid(W3 @ h2)
loss L = sum(square(p - [1])) / 2
ask h2 rounded 4, dL/dW3 rounded 4, dL/dW2 rounded 4, dL/dW1 rounded 4
descend 0.1
`

const tanhSoftmax = `title "4-8-3, tanh, softmax, a batch of 8"
given X = ${matrix(8, 4)}
given Y = ${oneHot(8, 3)}
param W1 = ${matrix(4, 8)}
param b1 = ${row(8)}
param W2 = ${matrix(8, 3)}
param b2 = ${row(3)}
H = tanh(X @ W1 + b1)
Z = H @ W2 + b2
loss L = mean(cross_entropy(Z, Y))
ask Z rounded 4, L rounded 4, dL/dZ rounded 4, dL/dW2 rounded 4, dL/dH rounded 4, dL/dW1 rounded 4, dL/db1 rounded 4
`

const gate = (name: string, kind: string, t: number): string =>
  `${name}${t} = ${kind}(W${name} @ x${t} + U${name} @ h${t - 1} + b${name})`

const lstm = `title "LSTM, 4 units, 4 steps"
${[1, 2, 3, 4].map(t => `given x${t} = ${row(2)}`).join('\n')}
given h0 = [0, 0, 0, 0]
given c0 = [0, 0, 0, 0]
${['f', 'i', 'o', 'g'].map(g => `param W${g} = ${matrix(4, 2)}\nparam U${g} = ${matrix(4, 4)}\nparam b${g} = ${row(4)}`).join('\n')}
${[1, 2, 3, 4]
  .map(
    t => `${gate('f', 'sigmoid', t)}
${gate('i', 'sigmoid', t)}
${gate('o', 'sigmoid', t)}
${gate('g', 'tanh', t)}
c${t} = f${t} * c${t - 1} + i${t} * g${t}
h${t} = o${t} * tanh(c${t})`,
  )
  .join('\n')}
loss L = sum(square(h4 - [1, 0, 1, 0])) / 2
ask h4 rounded 4, dL/dc4 rounded 4, dL/dWf rounded 4, dL/dUg rounded 4, dL/dbi rounded 4
`

const head = (n: number): string => `Q${n} = X @ Wq${n}
K${n} = X @ Wk${n}
V${n} = X @ Wv${n}
A${n} = attention(Q${n}, K${n}, V${n}, 1 / sqrt(2), M)`

const attention = `title "Attention, 4 tokens of 4, two heads, causal"
given X = ${matrix(4, 4)}
given M = causal_mask(4)
${[1, 2].flatMap(n => ['q', 'k', 'v'].map(w => `param W${w}${n} = ${matrix(4, 2)}`)).join('\n')}
param Wo = ${matrix(4, 4)}
${head(1)}
${head(2)}
A = concat(A1, A2, 2)
R = layernorm(X + A @ Wo)
loss L = sum(R * ${matrix(4, 4)})
ask A rounded 4, R rounded 4, dL/dWo rounded 4, dL/dWv1 rounded 4, dL/dWq1 rounded 4
`

const wide = `title "Width 16 twice, relu, a batch of 8"
given X = ${matrix(8, 4)}
given Y = ${matrix(8, 1)}
param W1 = ${matrix(4, 16)}
param W2 = ${matrix(16, 16)}
param W3 = ${matrix(16, 1)}
H1 = relu(X @ W1)
H2 = relu(H1 @ W2)
P = H2 @ W3
loss L = mean(square(P - Y))
ask H2, P, L, dL/dW3, dL/dW2, dL/dW1
`

const numbers = (shape: readonly number[]): string => {
  const [length = 0, ...inner] = shape
  if (inner.length === 0) return row(length)
  return `[${Array.from({ length }, () => numbers(inner)).join(', ')}]`
}

const convolutions = `title "Two 3x3 convolutions with pooling on 8x8"
given X = ${numbers([1, 8, 8])}
given y = [0, 1, 0]
param K1 = ${numbers([2, 1, 3, 3])}
param K2 = ${numbers([2, 2, 3, 3])}
param W = ${matrix(3, 8)}
Z1 = conv2d(X, K1, 1, 1)
P1 = maxpool(relu(Z1), 2)
Z2 = conv2d(P1, K2, 1, 1)
P2 = avgpool(relu(Z2), 2)
z = W @ flatten(P2)
loss L = cross_entropy(z, y)
ask P1, P2, z, L rounded 4, dL/dz rounded 4, dL/dW rounded 4, dL/dP2 rounded 4, dL/dK2 rounded 4, dL/dP1 rounded 4, dL/dK1 rounded 4
`

export const deepFiles: Readonly<Record<string, string>> = {
  '(a) 2-2-1 sigmoid': sigmoid221,
  '(a) 3-3-3-1 sigmoid': sigmoid3331,
  '(b) 4-8-3 tanh, softmax': tanhSoftmax,
  '(c) LSTM': lstm,
  '(d) attention': attention,
  '(e) two convolutions': convolutions,
  '(f) 16 and 16, relu': wide,
}
