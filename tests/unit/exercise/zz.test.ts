import { test } from 'vitest'
import { solveReport } from '@/lib/exercise'
import { gradeStep } from '@/lib/grading/grade'
import { keyOf, told } from './solve'
const run = (src: string, tries: [string, string[]][]) => {
  const t = told(src)
  if (t.length) { console.log(t); return }
  const key = keyOf(src)
  console.log(JSON.stringify(solveReport(key).steps))
  for (const [id, texts] of tries) for (const x of texts) {
    const t0 = performance.now()
    const g = gradeStep(key, id, [x], new Map()).verdict
    console.log(id, '|', x, '|', g.verdict, g.cells[0]!.reason, g.mistakes, g.message, (performance.now() - t0).toFixed(0))
  }
}
test('13', () => {
  run(`given A = [[1,2,3],[4,5,6]]
given B = [[1,0],[2,1],[0,3]]
given G = [[1,2],[3,5]]
C = A @ B
upstream dL/dC = G
ask formula dL/dA, formula dL/dB, formula C`, [['formula dL/dA', ['G @ B.T', 'G B^T', '(B G.T).T', 'dL/dC @ B.T', 'B.T @ G', 'G @ B', 'A G', 'G*B.T', 'dL/dA', 'C', 'dL/dB', 'G @ B.T + 0*A', '2 G B.T/2', '(A.T)', '', 'G @ B.T @ (C/C)', 'step(G) @ B.T', '(G B.T) - A + A', 'A', 'dL/dC dL/dC']],
   ['formula dL/dB', ['A.T @ G', 'A.T G', 'G.T A', '(G.T A).T']], ['formula C', ['A B', 'A@B','C','B A', 'G', '(B.T A.T).T']]])
})
test('square', () => {
  run(`given A = [[1,2],[3,4]]
given B = [[1,0],[2,1]]
given G = [[1,2],[3,5]]
C = A @ B
upstream dL/dC = G
ask formula dL/dA`, [['formula dL/dA', ['G @ B.T', 'G @ B', 'B.T @ G', 'B G', '(G B.T).T', 'B.T', 'G*B', 'G']]])
})
test('relu', () => {
  run(`given x  = [[1], [2]]
param W1 = [[1, -1/2], [-2, 0.5], [0.25, 1]]
param b1 = [[0.5], [0], [-1]]
param W2 = [[2, -1, 1]]
param b2 = [[0.25]]
given y  = [[3]]
z    = W1 @ x + b1
h    = relu(z)
yhat = W2 @ h + b2
loss L = sum((yhat - y)^2)
ask formula dL/dz, formula dL/dW1, formula dL/dyhat, formula dL/dh, formula dL/db1, formula L, formula h`, [['formula dL/dz', ['dL/dh * step(z)', 'dL/dh ⊙ step(W1 @ x + b1)', 'dL/dh*step(h)', 'dL/dh', 'dL/dh*z', 'dL/dh*(1-step(-z))', 'W2.T*dL/dyhat*step(z)', 'W2.T*2*(yhat-y)*step(z)', 'dL/dh*relu(z)/z', 'h']],
  ['formula dL/dyhat', ['2*(yhat-y)', '2(yhat - y)', 'yhat-y', '2(y-yhat)', '(yhat-y)^2']],
  ['formula dL/dW1', ['dL/dz @ x.T', 'dL/dz x^T', 'x dL/dz', '(dL/dh*step(z)) @ x.T', 'dL/dz']],['formula dL/dh', ['W2.T @ dL/dyhat', 'W2 dL/dyhat', 'dL/dyhat W2', 'W2.T dL/dyhat']] ])
})
test('batch', () => {
  run(`given X = [[1,2],[3,4],[5,6]]
param W = [[1,2],[0,1]]
param b = [1,2]
given T = 3
`, [])
  run(`given X = [[1,2],[3,4],[5,6]]
param W = [[1,2],[0,1]]
param b = [1,2]
given G = [[1,2],[3,4],[5,6]]
Y = X @ W + b
upstream dL/dY = G
ask formula dL/db, formula dL/dX`, [['formula dL/db', ['sum(G, 1)', 'sum(dL/dY,1)', 'sum(G)', 'sum(G,2)', 'G']]])
})
test('vector', () => {
  run(`given x = [1,2]
param W = [[1,2],[0,1],[1,1]]
z = W @ x
loss L = sum(z*z)
ask formula dL/dW, formula dL/dx, formula dL/dz`, [['formula dL/dW', ['dL/dz x^T', 'dL/dz @ x.T', 'x dL/dz.T', 'dL/dz x']], ['formula dL/dx', ['W.T dL/dz', '(dL/dz.T W)', 'dL/dz.T W']]])
})
test('symbols', () => {
  run(`given A : 2x2
given B : 2x2
C = A @ B
ask C, dC[1,2]/dA[1,1], dC[1,1]/dA[2,1]`, [['dC[1,2]/dA[1,1]', ['b12', 'B12', 'B[1,2]', 'b21', '0']], ['dC[1,1]/dA[2,1]', ['0', 'b11']]])
  for (const s of [`given A : 2x2\nh = relu(A)\nask h`, `given A : 2x2\ngiven a : 2x2\nask A`, `given A : 2x2\na12 = A + 1\nask A`, `given E : scalar\nask E`,`given A : 2\nrequire A > 0\nask A`, `given A : 2x2\nm = max(A, 1)\nz = abs(A)\nask m`, `z : 2`, `given A : 2x2\nz = A/0\nask z`, `param w : scalar\nloss L = w^2\nask L\nnudge 0.1\ndescend 0.1 steps 2`]) run(s, [])
})
