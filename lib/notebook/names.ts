/** Words of Python and of the notebooks' own first cell, which no array may have as its name. */
const taken = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if import in is
  lambda nonlocal not or pass raise return try while with match case type print len range zip slice int float enumerate
  np jnp jax torch math array check exp ln sqrt sin cos erf pi e plain seed rows predicted actual nudge network loss_at gradients_at rate amount
  put relu leaky_relu sigmoid softmax masked_softmax log_softmax cross_entropy bce layernorm batchnorm embed embed_back conv1d conv1d_back
  conv2d conv2d_back windows maxpool maxpool_back avgpool avgpool_back`.split(/\s+/),
)

/** Python names for the ids of quantities: each its own, and the same whenever it is asked. */
export class Names {
  private readonly byId = new Map<string, string>()
  private readonly used = new Set<string>(taken)

  /** `loss` is the name of the loss, which stands in the names of gradients. */
  constructor(private readonly loss: string) {}

  readonly of = (id: string): string => {
    const known = this.byId.get(id)
    if (known !== undefined) return known
    const gradient = id.startsWith('dL/d') ? `d${this.loss}_d${id.slice('dL/d'.length)}` : id
    const name = this.free(gradient.replace(/[^\p{L}\p{N}_]/gu, '_'))
    this.byId.set(id, name)
    return name
  }

  private free(wanted: string): string {
    let name = wanted.normalize('NFKC')
    while (this.used.has(name)) name += '_'
    this.used.add(name)
    return name
  }
}
