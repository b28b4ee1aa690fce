import { useTranslations } from 'next-intl'

const libraries = [
  { id: 'numpy', name: 'NumPy' },
  { id: 'torch', name: 'PyTorch' },
  { id: 'jax', name: 'JAX' },
] as const

/** The exercise with these numbers as a notebook, which holds all answers: it is offered when nothing is open any more. */
export function NotebookLinks({ slug, seed }: { slug: string; seed: number | null }) {
  const say = useTranslations('exercises')
  const drawn = seed === null ? '' : `&seed=${seed}`
  return (
    <p data-testid="notebook" className="flex flex-wrap items-center gap-x-4 text-[0.95rem]">
      <span>{say('notebook')}</span>
      {libraries.map(({ id, name }) => (
        <a
          key={id}
          href={`/learn/exercises/${slug}/notebook?with=${id}${drawn}`}
          download
          className="inline-flex min-h-10 items-center underline underline-offset-4 hover:no-underline max-sm:min-h-11"
        >
          {name}
        </a>
      ))}
    </p>
  )
}
