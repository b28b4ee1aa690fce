/** When something was, in Unix milliseconds: the hour and minute, with the date where it was not today. */
export function TimeOfDay({ at, className = '' }: { at: number; className?: string }) {
  const date = new Date(at)
  const time = date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  const today = date.toDateString() === new Date().toDateString()
  const day = today ? '' : `${date.toLocaleDateString([], { day: 'numeric', month: 'short' })}, `
  return (
    <time dateTime={date.toISOString()} className={`tabular-nums ${className}`}>
      {day}
      {time}
    </time>
  )
}
