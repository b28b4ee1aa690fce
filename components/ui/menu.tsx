'use client'

import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { Button, type ButtonKind } from './button'
import { Icon } from './icon'
import { useElsewhere } from './use-elsewhere'

const Closing = createContext<() => void>(() => undefined)

interface MenuProps {
  /** What stands on its button. */
  label: ReactNode
  testid: string
  children: ReactNode
  kind?: ButtonKind
  disabled?: boolean
}

/**
 * A button that opens a list of actions, as ARIA's menu: arrows, Home and End lead through it, Escape and a press
 * elsewhere close it, and the focus goes back to the button. A key that an item shows works in the open menu too.
 */
export function Menu({ label, testid, children, kind = 'plain', disabled = false }: MenuProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<'first' | 'last' | null>(null)
  const items = () => [...(box.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]

  useLayoutEffect(() => {
    if (!open) return
    const all = box.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? []
    all[open === 'first' ? 0 : all.length - 1]?.focus()
  }, [open])

  useElsewhere(box, open !== null, () => setOpen(null))

  function close(): void {
    box.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus()
    setOpen(null)
  }

  function press(event: KeyboardEvent): void {
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const last = all.length - 1
    const to = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last }
    if (Object.hasOwn(to, event.key)) all[to[event.key as keyof typeof to]]?.focus()
    else if (event.key === 'Escape') close()
    else if (event.key === 'Tab') {
      // The browser goes on from the button, before which the list is gone.
      close()
      return
    } else {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey
      const named =
        plain && all.find(one => one.getAttribute('aria-keyshortcuts') === event.key.toUpperCase())
      if (!named) return
      named.click()
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div ref={box} className="relative">
      <Button
        id={`${id}-button`}
        size="small"
        kind={kind}
        disabled={disabled}
        data-testid={testid}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        aria-controls={open ? `${id}-menu` : undefined}
        onClick={() => setOpen(open ? null : 'first')}
        onKeyDown={event => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          setOpen(event.key === 'ArrowDown' ? 'first' : 'last')
        }}
      >
        {label}
      </Button>
      {open && (
        <div
          id={`${id}-menu`}
          role="menu"
          // On a low screen it scrolls, and what scrolls can be focused. Tab never stops here, because it closes the menu.
          tabIndex={0}
          aria-labelledby={`${id}-button`}
          onKeyDown={press}
          className="absolute top-full right-0 z-50 mt-1.5 max-h-[calc(100dvh-6rem)] w-max max-w-sm min-w-64 overflow-y-auto rounded-box border border-line-2 bg-sheet py-1.5 shadow-[0_8px_24px_rgb(12_18_16/0.14)] max-sm:fixed max-sm:inset-x-2 max-sm:top-auto max-sm:bottom-2 max-sm:max-h-[80dvh] max-sm:w-auto max-sm:max-w-none"
        >
          <Closing value={close}>{children}</Closing>
        </div>
      )}
    </div>
  )
}

/** Items that belong together, under a word. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  const id = useId()
  return (
    <fieldset aria-labelledby={id} className="min-w-0 border-t border-line py-1 first:border-t-0">
      <div
        id={id}
        aria-hidden="true"
        className="truncate px-3.5 pt-1 pb-0.5 text-[0.8rem] font-medium text-ink-2"
      >
        {label}
      </div>
      {children}
    </fieldset>
  )
}

interface ItemProps {
  children: ReactNode
  /** What it holds or does, in a few words below its name. */
  about?: ReactNode
  testid?: string
}

const itemLook =
  'flex min-h-9 w-full items-center gap-4 px-3.5 py-1 text-left text-[0.92rem] -outline-offset-2 hover:bg-working-ground focus:bg-working-ground aria-disabled:text-ink-2 aria-disabled:opacity-60 max-sm:min-h-11'

interface MenuItemProps extends ItemProps {
  onPick: () => void
  /** The key that does the same, as it is shown: one capital letter. */
  shortcut?: string | undefined
  disabled?: boolean
  /** Whether what it switches is on; an action has none. */
  checked?: boolean
}

/** An action. One that cannot be done now is listed all the same, so that its place stays known. */
export function MenuItem(props: MenuItemProps) {
  const { children, about, testid, onPick, shortcut, disabled = false, checked } = props
  const close = useContext(Closing)
  return (
    <button
      type="button"
      {...(checked === undefined
        ? { role: 'menuitem' }
        : { role: 'menuitemcheckbox', 'aria-checked': checked })}
      aria-disabled={disabled || undefined}
      aria-keyshortcuts={shortcut}
      tabIndex={-1}
      data-testid={testid}
      onClick={() => {
        if (disabled) return
        close()
        onPick()
      }}
      className={itemLook}
    >
      <Words about={about}>{children}</Words>
      {checked && <Icon name="tick" size={14} className="text-right-ink" />}
      {shortcut && <Key name={shortcut} />}
    </button>
  )
}

/** A way to another page. */
export function MenuLink({ children, about, testid, href }: ItemProps & { href: string }) {
  return (
    <a href={href} role="menuitem" tabIndex={-1} data-testid={testid} className={itemLook}>
      <Words about={about}>{children}</Words>
    </a>
  )
}

function Words({ children, about }: Pick<ItemProps, 'children' | 'about'>) {
  return (
    <span className="min-w-0 flex-1">
      <span className="block">{children}</span>
      {about && <span className="block text-[0.82rem] leading-snug text-ink-2">{about}</span>}
    </span>
  )
}

/** A key as it stands on the keyboard, where there is one. What it does is said by its item's `aria-keyshortcuts`. */
export function Key({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid min-w-5.5 place-items-center rounded-[5px] pointer-coarse:hidden border border-line-2 px-1 font-sans text-[0.75rem] leading-4.5 text-ink-2"
    >
      {name}
    </span>
  )
}
