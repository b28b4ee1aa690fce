import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'

const example = `title "One neuron"
note  "Forward first, then every gradient, from the loss back to the weights."

given x = [[2], [-1]]
param W = [[1, 3]]
param b = [[1/2]]
given y = [[1]]

z    = W @ x + b
h    = relu(z)
loss L = sum((h - y)^2)

ask z, h, L
ask dL/dh, dL/dz, dL/dW, dL/db
nudge 0.01
`

const statements: readonly (readonly [string, string])[] = [
  ['given x = [[1], [2]]', 'numbers that stay as they are'],
  ['param W = [[1, -1/2]]', 'numbers that nudge and descend move'],
  ['z = W @ x + b', 'a step of the forward pass; @ multiplies matrices'],
  ['loss L = sum((z - y)^2)', 'what everything is differentiated by'],
  ['ask z, dL/dW', 'one step for students each'],
  ['nudge 0.01', 'predicted and actual change of the loss'],
  ['descend 0.1', 'one step of gradient descent'],
  ['note "…"', 'words between the steps: Markdown, TeX between $'],
]

/** What the language is, beside an empty text or one that has never been without errors. */
export function FirstSteps({
  empty,
  onExample,
}: {
  empty: boolean
  onExample: ((text: string) => void) | null
}) {
  return (
    <Sheet className="p-6 max-sm:p-4.5">
      <h2 className="text-lg font-semibold">
        {empty ? 'Write the forward pass; the steps follow from it' : 'Students’ steps appear here'}
      </h2>
      <p className="mt-1 text-[0.95rem] text-ink-2">
        Every gradient and every right answer is computed from the file, exactly. One statement a line:
      </p>
      <dl className="mt-4 space-y-2 text-[0.92rem]">
        {statements.map(([code, meaning]) => (
          <div key={code} className="grid gap-x-5 sm:grid-cols-[14.5rem_minmax(0,1fr)]">
            <dt className="font-mono text-[0.88rem]">{code}</dt>
            <dd className="text-ink-2">{meaning}</dd>
          </div>
        ))}
      </dl>
      {empty && onExample && (
        <div className="mt-6">
          <Button onClick={() => onExample(example)}>Begin with an example</Button>
        </div>
      )}
    </Sheet>
  )
}
