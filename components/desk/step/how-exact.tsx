import type { PublicAcceptance } from '@/lib/protocol/exercise'

/** The line that says what counts at a step besides the exact value; none where nothing is said of that. */
export function HowExact({ acceptance }: { acceptance: PublicAcceptance | null }) {
  if (acceptance === null) return null
  return <p className="mt-2 text-[0.95rem] text-ink-2">{inWords(acceptance)}</p>
}

function inWords(acceptance: PublicAcceptance): string {
  switch (acceptance.kind) {
    case 'rounded':
      return `A decimal that is correctly rounded to at least ${count(acceptance.places, 'place')} counts here.`
    case 'figures':
      return `A decimal that is correctly rounded to at least ${count(acceptance.figures, 'significant figure')} counts here.`
    case 'within':
      return `Whatever is at most ${acceptance.of} away from the exact value counts here.`
    case 'exact':
      return 'Only the exact value counts here, no rounded decimal.'
  }
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
