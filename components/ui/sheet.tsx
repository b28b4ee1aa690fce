import type { ComponentProps } from 'react'

/** A sheet of paper: one thin line, no shadow. `lit` frames what is to be done next in chalk. */
export function Sheet({ lit = false, className = '', ...rest }: ComponentProps<'div'> & { lit?: boolean }) {
  return (
    <div
      className={`rounded-sheet border bg-sheet ${
        lit ? 'border-chalk shadow-[0_0_0_3px_var(--chalk-ground)]' : 'border-line'
      } ${className}`}
      {...rest}
    />
  )
}
