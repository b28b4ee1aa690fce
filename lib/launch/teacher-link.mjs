import { underCurrentNode } from './node-version.mjs'

underCurrentNode(() => import('./run/teacher-link.mjs'))
