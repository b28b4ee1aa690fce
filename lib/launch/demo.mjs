import { underCurrentNode } from './node-version.mjs'

underCurrentNode(() => import('./demonstrate.mjs'))
