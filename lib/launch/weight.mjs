import { underCurrentNode } from './node-version.mjs'

underCurrentNode(() => import('./run/weight.mjs'))
