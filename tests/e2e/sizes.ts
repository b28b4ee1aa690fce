/** Exercises of the sizes that classes work at, for tests of the layout. */

export const batch = `title "Two layers and a batch"
given X = [[1, 0.5], [-0.5, 2], [0.25, -1], [1.5, 1]]
given Y = [[1], [0], [0.5], [1]]
param W1 = [[0.2, -0.4, 0.1], [0.7, 0.3, -0.6]]
param b1 = [0.1, 0, -0.2]
param W2 = [[0.5], [0.2], [-0.3]]
param b2 = [0.25]
Z = X @ W1 + b1
H = relu(Z)
O = H @ W2 + b2
loss L = mean((O - Y)^2)
ask Z, H, O, L
ask dL/dO, dL/dW2, dL/db2, dL/dH, dL/dZ, dL/dW1, dL/db1
`

export const kernel = `title "A 3x3 convolution"
note "One window of a convolution: the kernel $K$ meets the patch $P$ of an image."
given P = [[0.5, 1, 0.25], [-1, 0.75, 2], [0, 0.125, -0.5]]
param K = [[0.1, -0.2, 0.3], [0.4, 0.5, -0.6], [-0.7, 0.8, 0.9]]
C = K * P
c = sum(C)
a = relu(c)
loss L = (a - 1)^2
ask C, c, a, L, dL/da, dL/dc, dL/dC, dL/dK
`

export const wide = `title "Eight inputs"
given x = [[1, 2, 3, 4, 5, 6, 7, 8]]
param W = [[0.5, -0.5, 1, 1, 0.25, -1, 2, 0.125]]
p = W * x
loss L = sum(p)
ask p, L, dL/dW
`
