import { readPasted } from '@/lib/language/answer/pasted/read'
import * as W from '@/lib/words/sentence'
const cases: string[] = [
 '[[1 2]\n [3 4]]', 'array([[1, 2],\n       [3, 4]])', 'array([[1., 2.],\n       [3., 4.]], dtype=float32)', '[1. 2. 3.]', 'array([[0.1, 0.2, 0.3, 0.4,\n        0.5, 0.6],\n       [1, 2, 3, 4,\n        5, 6]])',
 '[[ 1  2 ... 5]\n [ 3 4 ... 6]]',
 'tensor([[1., 2.],\n        [3., 4.]], grad_fn=<MmBackward0>)', 'Parameter containing:\ntensor([[1., 2.],\n        [3., 4.]], requires_grad=True)', "tensor([1., 2.], device='cuda:0', dtype=torch.float64)",
 'tf.Tensor(\n[[1. 2.]\n [3. 4.]], shape=(2, 2), dtype=float32)', '<tf.Tensor: shape=(2, 2), dtype=float32, numpy=\narray([[1., 2.],\n       [3., 4.]], dtype=float32)>', 'Array([[1., 2.],\n       [3., 4.]], dtype=float32)', 'DeviceArray([1., 2.])',
 '     a    b\n0  1.0  2.0\n1  3.0  4.0', '   0  1\n0  1  2\n1  3  4',  '     [,1] [,2]\n[1,]    1    2\n[2,]    3    4', '[1] 1 2 3', 'matrix(c(1,2,3,4), nrow=2)', 'c(1, 2, 3)',
 '[1 2\n 3 4]', 'ans =\n\n     1     2\n     3     4\n', 'A =\n\n   1   2\n   3   4\n', '[1 2; 3 4];', 'ans =\n\n   1.0e+03 *\n\n    0.0010    2.0000\n    0.0030    0.0040\n', 'A = [1, 2; 3, 4]', 'Columns 1 through 2:\n\n 1 2\n',
 '2×2 Matrix{Float64}:\n 1.0  2.0\n 3.0  4.0', '2×2 Matrix{Rational{Int64}}:\n 1//2  2//3\n 3//1  4//1', '[1//2 2; 3 4]', '3-element Vector{Int64}:\n 1\n 2\n 3',
 'Matrix([[1, 2], [3, 4]])', 'Matrix([\n[1, 2],\n[3, 4]])', '⎡1  2⎤\n⎢    ⎥\n⎣3  4⎦', '{{1, 2}, {3, 4}}', '{1, 2, 3}', 'matrix([1,2],[3,4])', '[ 1  2 ]\n[      ]\n[ 3  4 ]', 'Matrix(2, 2, [[1, 2], [3, 4]])', 'Matrix(2,2,[1,2,3,4])',
 '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}', '\\begin{bmatrix}\\frac12 & \\frac{1}{2}\\\\ \\cfrac{1}{3} & \\sqrt{2}\\end{bmatrix}', '1 & 2 \\\\ 3 & 4', '\\ln 2 & {-1} \\\\ 1{,}5 & \\dfrac{\\frac12}{3}', '\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}^T', '$$\\left(\\begin{matrix}1&2\\\\3&4\\end{matrix}\\right)$$', '\\sqrt[3]{2} & 1 \\\\ 2 & 3', '\\frac{1}{\\frac{2}{3}} & 2',
 'mat(1, 2; 3, 4)', '$ mat(1, 2; 3, 4) $', 'vec(1, 2)', '■(1&2@3&4)', '[■(1&2@3&4)]', '(█(1@2))',
 '| 1 | 2 |\n| 3 | 4 |', '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |', '1,2\n3,4', '1;2\n3;4', '1,5;2,5\n3,5;4,5', '1,5\t2,5\n3\t4', '1\t2\n3\t4', '1, 2\n3, 4', '1,5 2,5\n3,5 4,5', '1,2',
 '[[Fraction(1, 2), Fraction(2, 3)]]', '[np.float64(1.5), np.float64(2.0)]', 'dW = [[1, 2], [3, 4]]', 'dW: [1,2]', '１，２\n３，４', '１\t２',
 '0.(3)\t0.1(6)', '½\t1½', '0·5\t2', '1+\n-\n2', '1\n─\n2', '      1\n      -\n      2', '3\n4', 'hello world', '1'+' '.repeat(100000)+'x y', 'a'+' '.repeat(100000)+'b', '[[1,2],[3]]', '[1,2],[3,4]', '(1, 2)', '((1,2),(3,4))', '−1\t2', '1 2 3\n4 5 6', '[1, 2, 3]^T', '[1,2].T', '1e-3\t1.5E+02', '1\u00a02', '1 000\t2', '[[[1,2],[3,4]],[[5,6],[7,8]]]', 'nan\t1','inf 2', '[ 1.0000e+00, -2.5000e-01]', 'tensor(0.5)', '0.5*[1 2; 3 4]', '1/2 * [[1,2],[3,4]]', '\\frac{1}{2}\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
]
const T = (globalThis as any)
for (const c of cases) { const t = Date.now(); let r: any; try { r = readPasted(c) } catch (e) { r = String(e) }
 let s = JSON.stringify(r); try { if (r && r.message) s += ' ' + JSON.stringify(r.message) } catch {}
 console.log(JSON.stringify(c.length>200?c.slice(0,20)+'…':c), '=>', (s??'undefined').slice(0,300), Date.now()-t>20? `${Date.now()-t} ms`:'') }
