import { underCurrentNode } from './node-version.mjs'

underCurrentNode(() => import('./run/test.mjs'))
