import type { ButtonHTMLAttributes, ComponentProps } from 'react'
import { Spinner } from './spinner'

export type ButtonKind = 'act' | 'plain' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'normal' | 'large'

const kinds: Record<ButtonKind, string> = {
  act: 'bg-act text-act-ink hover:bg-act-hover border border-transparent',
  plain: 'bg-sheet text-ink border border-line-2 hover:border-ink-2',
  quiet: 'text-ink-2 hover:text-ink hover:bg-working-ground border border-transparent',
  danger: 'bg-sheet text-wrong border border-wrong hover:bg-wrong-ground',
}

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-9 px-3 text-sm max-sm:min-h-11',
  normal: 'min-h-10 px-4 text-[0.95rem] max-sm:min-h-11',
  large: 'min-h-13 px-5 text-base',
}

function look(kind: ButtonKind, size: ButtonSize, className: string): string {
  return `inline-flex items-center justify-center gap-2 rounded-box font-semibold whitespace-nowrap no-underline transition-colors duration-150 disabled:opacity-55 ${kinds[kind]} ${sizes[size]} ${className}`
}

interface Look {
  kind?: ButtonKind
  size?: ButtonSize
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, Look {
  /** Whether work is under way: the button keeps its width and its focus and takes no further clicks. */
  busy?: boolean
}

export function Button({
  kind = 'plain',
  size = 'normal',
  busy = false,
  className = '',
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      aria-busy={busy || undefined}
      onClick={busy ? event => event.preventDefault() : onClick}
      className={look(kind, size, className)}
      {...rest}
    >
      {busy && <Spinner />}
      {children}
    </button>
  )
}

export function LinkButton({
  kind = 'plain',
  size = 'normal',
  className = '',
  ...rest
}: ComponentProps<'a'> & Look) {
  return <a className={look(kind, size, className ?? '')} {...rest} />
}
