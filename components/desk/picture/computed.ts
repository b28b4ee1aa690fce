import { shortest } from '@/lib/exact/rational'
import { plainValue } from '@/lib/language/answer/evaluate'
import { readAnswer } from '@/lib/language/answer/read'

/** The number that a typed expression is (`2*0.75`), as people write it; null where it is none, or cannot be read. */
export function computed(text: string): string | null {
  const read = readAnswer(text)
  const value = read.ok ? plainValue(read.expr) : null
  return value?.ok ? shortest(value.value) : null
}
