/**
 * The partial sign on a small board. It is no link where leaving would be a surprise (`href` null). `brief` leaves
 * the word out on phones, where the line has to hold more.
 */
export function Logo({ href = '/', brief = false }: { href?: string | null; brief?: boolean }) {
  const mark = (
    <span className="flex items-center gap-2.5">
      <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6 shrink-0">
        <rect width="24" height="24" rx="6" fill="var(--logo)" />
        <path
          d="M9 6.2c3.6-1.9 7 .6 6.6 5.4-.4 4-2.6 6.6-5 6.6-1.8 0-3-1.3-2.8-3.1.2-2.2 2-3.7 4-3.7 1.6 0 2.8.7 3.6 1.9"
          fill="none"
          stroke="var(--logo-ink)"
          strokeWidth="1.7"
          strokeLinecap="round"
        />
      </svg>
      <span className={`text-[1.05rem] font-bold tracking-tight ${brief ? 'max-sm:sr-only' : ''}`}>
        Chalkgrad
      </span>
    </span>
  )
  return href === null ? (
    mark
  ) : (
    <a href={href} className="rounded-cell py-2">
      {mark}
    </a>
  )
}
