import { MathFormula } from '@/components/ui/math'
import { mrow, nameMathml, tight } from '@/lib/exact/mathml'
import { Figure } from './figure'

/** How many of thirty are right at each quantity, forward from the left and backward below. */
const forward = [
  ['z', 30],
  ['h', 29],
  ['yhat', 28],
  ['L', 28],
] as const
const backward = [
  ['W1', 6],
  ['z', 11],
  ['h', 22],
  ['yhat', 26],
] as const

/** The class on the network, dark as on a wall. */
export function WallFigure() {
  return (
    <Figure
      label="The projector: the class on the network's picture. Nearly everybody is through the forward pass, eleven of thirty have the gradient of z."
      title="A wall that knows nobody by name"
      says="The join code, the class on the network, a worked solution line by line, a vote: what you send there, large."
    >
      <div data-theme="board" className="-m-4 grid min-h-64 content-center gap-5 bg-page p-5 text-ink">
        <Pass boxes={forward} name={nameMathml} />
        <Pass boxes={backward} name={gradient} />
      </div>
    </Figure>
  )
}

type Boxes = readonly (readonly [quantity: string, right: number])[]

function Pass({ boxes, name }: { boxes: Boxes; name: (quantity: string) => string }) {
  return (
    <div className="grid grid-cols-4 gap-3">
      {boxes.map(([quantity, right]) => (
        <span key={quantity} className="text-center">
          <MathFormula mathml={name(quantity)} />
          <span
            className={`mt-1 block rounded-lg border-[1.5px] py-1.5 text-[1.05rem] font-semibold tabular-nums ${
              right > 20
                ? 'border-right-ink bg-right-ground text-right-ink'
                : right > 10
                  ? 'border-chalk bg-chalk-ground text-chalk-ink'
                  : 'border-line-2 text-ink-2'
            }`}
          >
            {right}
          </span>
        </span>
      ))}
    </div>
  )
}

function gradient(quantity: string): string {
  return mrow(tight('∂'), nameMathml('L'), tight('/'), tight('∂'), nameMathml(quantity))
}
