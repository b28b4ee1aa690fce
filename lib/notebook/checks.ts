import type { Scalar } from '@/lib/exact/atoms'
import type { Tensor } from '@/lib/exact/tensor'
import type { Library } from './library'
import type { Names } from './names'
import { functions, lists } from './numbers'

/** The function by which every number is compared with the exact one. */
export function checkFunction(library: Library): string[] {
  const plain =
    library === 'torch'
      ? [
          'def plain(x):',
          '    return x.detach().numpy() if isinstance(x, torch.Tensor) else np.array(x, dtype=float)',
        ]
      : ['def plain(x):', '    return np.array(x, dtype=float)']
  return [
    ...plain,
    '',
    'def check(name, mine, exact):',
    '    mine, exact = plain(mine), plain(exact)',
    '    assert mine.shape == exact.shape, f"{name} has the shape {mine.shape}, not {exact.shape}"',
    '    assert np.allclose(mine, exact, rtol=1e-9, atol=1e-9), f"{name} is {mine}, not {exact}"',
    '    print("right:", name)',
  ]
}

/** Names of the functions of Python's `math` that stand in these lines. */
export function mathImport(lines: readonly string[]): string[] {
  const all = lines.join('\n')
  const used = Object.entries(functions).filter(([name]) => new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(all))
  return [
    'import math',
    ...(used.length > 0 ? [`from math import ${used.map(([, said]) => said).join(', ')}`] : []),
  ]
}

/** The line that compares a quantity with its exact value. `called` is what is said of it, a quantity's id mostly. */
export function checkLine(called: string, mine: string, exact: Tensor<Scalar>, names: Names): string {
  return `check("${called.replace(/[\\"]/g, '')}", ${mine}, ${lists(exact, names.of)})`
}
