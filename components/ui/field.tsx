'use client'

import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { Icon } from './icon'

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string
  /** What is wrong with what stands in it, in words; read out with the field. */
  error?: string | null
  hint?: ReactNode
  big?: boolean
}

export function Field({ label, error, hint, big = false, className = '', ...input }: FieldProps) {
  const id = useId()
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].join(' ').trim()
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium text-ink-2">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className={`w-full rounded-box border bg-sheet text-ink placeholder:text-ink-2 placeholder:opacity-60 ${
          error ? 'border-wrong' : 'border-field-line'
        } ${big ? 'min-h-13 px-4 text-xl' : 'min-h-11 px-3.5 text-base'}`}
        {...input}
      />
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-ink-2">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 flex gap-1.5 text-sm text-wrong">
          <Icon name="cross" size={14} className="mt-1" />
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}
