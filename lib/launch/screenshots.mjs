import { underCurrentNode } from './node-version.mjs'

underCurrentNode(() => import('./take-screenshots.mjs'))
