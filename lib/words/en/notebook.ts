import type { Subject } from '../argument'
import { text } from '../text'

/** What stands between the cells of a notebook. */
export const notebook = {
  'notebook.about': ({ library }: { library: string }) =>
    text`The exercise in ${library}: forward, then backward line by line, as by hand. Every number is compared with the exact one.`,
  'notebook.own': () => text`The numbers are those of the lesson.`,
  'notebook.drawn': ({ seed }: { seed: number }) => text`The numbers are your own, of seed ${seed}.`,
  'notebook.numbers': () => text`The numbers`,
  'notebook.sizes': () => text`The sizes`,
  'notebook.forward': () => text`Forward`,
  'notebook.backward': () => text`Backward`,
  'notebook.autograd': () => text`The same by automatic differentiation`,
  'notebook.slopes': () => text`Slopes of one by the other`,
  'notebook.elsewhere': () => text`The same at other parameters`,
  'notebook.nudge': () => text`Nudge every parameter`,
  'notebook.descent': () => text`Step downhill`,
} satisfies Subject
