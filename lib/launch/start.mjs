import { underCurrentNode } from './node-version.mjs'

underCurrentNode(() => import('./serve.mjs'))
