/** How far the class is as a whole, where that is told. Nobody is named or ranked. */
export function ClassShare({ share, brief = false }: { share: number | null; brief?: boolean }) {
  if (share === null) return null
  const percent = Math.round(100 * share)
  return (
    <span data-testid="class-progress" data-percent={percent} className="tabular-nums">
      {brief ? `class ${percent} %` : `· The class is at ${percent} %`}
    </span>
  )
}
