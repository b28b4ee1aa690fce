import { writeFileSync } from 'node:fs'
import { mistakesPage, mistakesText } from './mistakes-page'

/** `npm run docs`: writes the pages of docs that are made from the code. */
writeFileSync(mistakesPage, mistakesText())
