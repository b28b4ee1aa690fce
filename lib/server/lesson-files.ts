import { join } from 'node:path'

/** Where the files of the library and of the lesson's text lie. */
export const lessonsFolder = join(process.cwd(), 'lib', 'lessons')
