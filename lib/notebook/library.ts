/** What the arrays of a notebook are made with. */
export type Library = 'numpy' | 'torch' | 'jax'

export const libraries: readonly Library[] = ['numpy', 'torch', 'jax']

interface Spelling {
  /** Its name in sentences. */
  readonly name: string
  /** What its functions are called under. */
  readonly alias: string
  /** The first lines of a notebook. */
  readonly imports: readonly string[]
  /** Makes an array of 64-bit floating-point numbers of nested lists. */
  readonly array: string
  /** The argument that says along which axis. */
  readonly axis: string
}

export const spellings: Readonly<Record<Library, Spelling>> = {
  numpy: {
    name: 'NumPy',
    alias: 'np',
    imports: ['import numpy as np'],
    array: 'def array(numbers):\n    return np.array(numbers, dtype=float)',
    axis: 'axis',
  },
  torch: {
    name: 'PyTorch',
    alias: 'torch',
    imports: ['import numpy as np', 'import torch', '', 'torch.set_default_dtype(torch.float64)'],
    array:
      'def array(numbers):\n    return torch.tensor(numbers, dtype=torch.get_default_dtype(), requires_grad=True)',
    axis: 'dim',
  },
  jax: {
    name: 'JAX',
    alias: 'jnp',
    imports: [
      'import jax',
      'import jax.numpy as jnp',
      'import numpy as np',
      '',
      'jax.config.update("jax_enable_x64", True)',
    ],
    array: 'def array(numbers):\n    return jnp.array(numbers, dtype=float)',
    axis: 'axis',
  },
}
