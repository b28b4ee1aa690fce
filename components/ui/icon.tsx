/** Strokes on a 16-unit square, drawn here so that no icon font or library is loaded. */
const paths = {
  tick: 'M3.2 8.6l3.2 3.2 6.4-7.2',
  cross: 'M4 4l8 8M12 4l-8 8',
  arrow: 'M2.5 8h10.5M8.8 3.6L13.2 8l-4.4 4.4',
  back: 'M13.5 8H3M7.2 3.6L2.8 8l4.4 4.4',
  down: 'M3.5 6l4.5 4.5L12.5 6',
  up: 'M3.5 10L8 5.5l4.5 4.5',
  eye: 'M1.5 8s2.4-4.3 6.5-4.3S14.5 8 14.5 8 12.1 12.3 8 12.3 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 110 3.6 1.8 1.8 0 010-3.6z',
  moon: 'M13.2 9.6A5.6 5.6 0 016.4 2.8 5.6 5.6 0 1013.2 9.6z',
  sun: 'M8 5.2a2.8 2.8 0 110 5.6 2.8 2.8 0 010-5.6zM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8L13 13M3 13l1.2-1.2M11.8 4.2L13 3',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  plus: 'M8 3v10M3 8h10',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  person: 'M8 2.2a2.7 2.7 0 110 5.4 2.7 2.7 0 010-5.4zM2.8 13.8c.5-2.8 2.6-4.3 5.2-4.3s4.7 1.5 5.2 4.3',
  hand: 'M4.2 8.2V4.6a1 1 0 012 0V3a1 1 0 012 0v.6a1 1 0 012 0v1.6a1 1 0 012 0v4.4c0 2.6-1.6 4.4-4 4.4-1.9 0-3-.8-3.9-2.5L2.6 8.6c-.5-1 .7-1.7 1.4-.9l.9 1.2M6.2 4.6v3M8.2 3.6v4M10.2 5.2v2.6',
  clock: 'M8 1.8a6.2 6.2 0 110 12.4A6.2 6.2 0 018 1.8zM8 4.5V8l2.4 1.6',
  sent: 'M2 7.6L14 2.4 10.4 13.6 7.6 9zM7.6 9L14 2.4',
  alert: 'M8 2.2l6.3 11.3H1.7zM8 6.5v3.2M8 11.5v.1',
} as const

export type IconName = keyof typeof paths | 'dot'

/** An icon is always decorative: the word beside it, or the label of what holds it, is what screen readers read. */
export function Icon({
  name,
  size = 16,
  className = '',
}: {
  name: IconName
  size?: number
  className?: string
}) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      width={size}
      height={size}
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'tick' || name === 'cross' || name === 'arrow' ? 2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {name === 'dot' ? (
        <circle cx="8" cy="8" r="3" fill="currentColor" stroke="none" />
      ) : (
        <path d={paths[name]} />
      )}
    </svg>
  )
}
