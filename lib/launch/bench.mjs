import { underCurrentNode } from './node-version.mjs'

underCurrentNode(() => import('./run/bench.mjs'))
