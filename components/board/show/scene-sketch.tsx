/** A sketch of a scene, enough to tell the scenes apart at a glance. */
export function SceneSketch({ what }: { what: 'join' | 'network' | 'grid' | 'poll' }) {
  return (
    <svg
      aria-hidden="true"
      data-theme="board"
      viewBox="0 0 48 27"
      className="w-full rounded-[5px] bg-page"
      fill="var(--ink-2)"
    >
      {what === 'join' && (
        <>
          <rect x="8" y="6" width="13" height="13" fill="#fff" />
          <path d="M10 8h4v4h-4zM15 8h4v4h-4zM10 13h4v4h-4zM16 14h2v2h-2z" fill="#15211d" />
          <rect x="26" y="8" width="12" height="2" />
          <rect x="26" y="13" width="16" height="5" fill="var(--chalk)" />
        </>
      )}
      {what === 'network' && (
        <>
          <path d="M9 9h30M39 19H9" stroke="var(--line-2)" strokeWidth="1" />
          {[6, 18, 30].map((x, at) => (
            <g key={x}>
              <rect
                x={x}
                y="6"
                width="8"
                height="6"
                rx="1.5"
                fill={at < 2 ? 'var(--right)' : 'var(--follows)'}
              />
              <rect
                x={x}
                y="16"
                width="8"
                height="6"
                rx="1.5"
                fill={at > 0 ? 'var(--wrong)' : 'var(--working)'}
              />
            </g>
          ))}
        </>
      )}
      {what === 'poll' && (
        <>
          <rect x="6" y="4" width="24" height="2.5" />
          {[10, 15.5, 21].map((y, row) => (
            <g key={y}>
              <rect x="6" y={y} width="36" height="3.5" rx="1" fill="var(--working-ground)" />
              <rect x="6" y={y} width={[12, 26, 6][row]} height="3.5" rx="1" fill="var(--follows)" />
            </g>
          ))}
        </>
      )}
      {what === 'grid' &&
        [4, 9, 14, 19].map((y, row) => (
          <g key={y}>
            <rect x="4" y={y + 0.5} width="9" height="2" />
            {[16, 23, 30, 37].map((x, column) => (
              <rect
                key={x}
                x={x}
                y={y}
                width="6"
                height="3.5"
                rx="1"
                fill={
                  column > 3 - row
                    ? 'var(--working-ground)'
                    : column === 3 - row
                      ? 'var(--wrong)'
                      : 'var(--right)'
                }
              />
            ))}
          </g>
        ))}
    </svg>
  )
}
