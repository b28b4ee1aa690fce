import { underCurrentNode } from './node-version.mjs'

underCurrentNode(() => import('./run/screenshots.mjs'))
