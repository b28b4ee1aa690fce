'use client'

import { useRouter } from 'next/navigation'
import { type DragEvent, useMemo, useRef, useState } from 'react'
import { ExercisePreview } from '@/components/desk/preview'
import { TeachHeader } from '@/components/teach/teach-header'
import { Notice } from '@/components/ui/notice'
import { Sheet } from '@/components/ui/sheet'
import { sourceDraft } from '@/lib/client/source-draft'
import { saveExercise } from '@/lib/client/teach'
import type { ChalkError } from '@/lib/protocol/exercise'
import type { ExerciseLint } from '@/lib/protocol/lint'
import { AuthorActions } from './author-actions'
import { readChalkFile, tooLong } from './chalk-file'
import { CheckLine } from './check-line'
import { offsetOf, perform, replaceEdit } from './editing'
import { ErrorList } from './error-list'
import { FirstSteps } from './first-steps'
import { LintList } from './lint-list'
import { Restored } from './restored'
import { SourceEditor } from './source-editor'
import { useCheck } from './use-check'
import { useLint } from './use-lint'
import { useSource } from './use-source'

export interface AuthorPageProps {
  /** Null for an exercise that is not stored yet. */
  exercise: { id: string; number: number; title: string } | null
  /** The text on the server; for a new exercise the text that it begins with. */
  stored: string
  /** A built-in exercise is shown and not edited. */
  readOnly: boolean
  /** The exercise of which a new one begins as a copy. */
  original?: { id: string; source: string }
}

/** An exercise's text at the left, what students will see at the right. */
export function AuthorPage({ exercise, stored, readOnly, original }: AuthorPageProps) {
  const router = useRouter()
  const of = exercise?.id ?? (original ? `new-from-${original.id}` : 'new')
  const source = useSource(of, stored, original?.source)
  const area = useRef<HTMLTextAreaElement>(null)
  const newest = useRef(source.text)
  newest.current = source.text
  const long = useMemo(() => tooLong(source.text), [source.text])
  const check = useCheck(source.text, long !== null)
  const lint = useLint(source.text, long === null && !check.pending && check.errors.length === 0)
  const [saving, setSaving] = useState(false)
  const [told, setTold] = useState<{ tone: 'wrong' | 'right' | 'plain'; text: string } | null>(null)
  const [dragging, setDragging] = useState(false)

  async function save(): Promise<void> {
    if (saving || readOnly) return
    if (long !== null || source.text.trim() === '') {
      setTold({ tone: 'wrong', text: long ?? 'There is nothing to save yet.' })
      return
    }
    const sent = source.text
    setSaving(true)
    setTold(null)
    const reply = await saveExercise(sent, exercise?.id ?? null)
    setSaving(false)
    if (!reply.ok) {
      setTold({ tone: 'wrong', text: `Not saved. ${reply.message}` })
    } else if ('errors' in reply) {
      check.found(reply.errors)
      setTold({
        tone: 'wrong',
        text: 'Not saved yet: the file has an error. Your text stays in this browser.',
      })
    } else {
      source.saved(sent)
      if (exercise === null) {
        const { saved } = reply
        sourceDraft(of).drop()
        // The new page gets what was typed while the exercise was being saved.
        if (newest.current !== sent)
          sourceDraft(saved.exercise).write({ source: newest.current, at: Date.now() })
        router.replace(`/teach/exercises/${saved.exercise}`)
      } else {
        setTold({
          tone: 'right',
          text: 'Saved. Classes stay on the version they work on until you choose this one.',
        })
        router.refresh()
      }
    }
  }

  function replaceAll(text: string): void {
    const element = area.current
    if (element) perform(element, { from: 0, to: element.value.length, insert: text, select: [0, 0] })
  }

  async function take(file: File): Promise<void> {
    const read = await readChalkFile(file)
    if (!read.ok) {
      setTold({ tone: 'wrong', text: read.message })
      return
    }
    const before = source.text.trim() !== ''
    replaceAll(read.text)
    setTold(
      before
        ? { tone: 'plain', text: `${file.name} was loaded. Ctrl+Z brings back the text that was here.` }
        : null,
    )
  }

  function use({ edits }: ExerciseLint['suggestions'][number]): void {
    const element = area.current
    const edit = element && replaceEdit(element.value, edits)
    if (element && edit) perform(element, edit)
  }

  function jump(error: Pick<ChalkError, 'line' | 'column'>): void {
    const element = area.current
    if (!element) return
    const at = offsetOf(source.text, error.line, error.column)
    element.focus({ preventScroll: true })
    element.setSelectionRange(at, at)
    element
      .closest('[data-editor]')
      ?.querySelector(`[data-line-number="${error.line}"]`)
      ?.scrollIntoView({ block: 'center' })
  }

  const drop = readOnly
    ? {}
    : {
        onDragOver(event: DragEvent) {
          if (!event.dataTransfer.types.includes('Files')) return
          event.preventDefault()
          setDragging(true)
        },
        onDragLeave(event: DragEvent) {
          if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
            setDragging(false)
        },
        onDrop(event: DragEvent) {
          const file = event.dataTransfer.files[0]
          setDragging(false)
          if (!file) return
          event.preventDefault()
          void take(file)
        },
      }

  const empty = source.text.trim() === ''
  return (
    <div {...drop} className="flex min-h-dvh flex-col lg:h-dvh">
      <TeachHeader
        title={
          <h1 className="ml-1 min-w-0 truncate border-l border-line-2 pl-4 font-semibold text-ink">
            {check.view?.title ?? exercise?.title ?? 'New exercise'}
          </h1>
        }
      >
        <AuthorActions
          exercise={exercise}
          readOnly={readOnly}
          unsaved={source.unsaved}
          kept={source.kept}
          saving={saving}
          onSave={() => void save()}
          onFile={file => void take(file)}
        />
      </TeachHeader>
      <main className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)] items-stretch gap-5 p-5 max-lg:block max-lg:space-y-5 max-sm:p-2.5 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="flex min-h-0 flex-col gap-3">
          {source.restored !== null && <Restored at={source.restored} onRevert={source.revert} />}
          {told && (
            <Notice tone={told.tone} urgent>
              {told.text}
            </Notice>
          )}
          <Sheet
            data-editor
            lit={dragging}
            className="flex min-h-0 flex-1 flex-col overflow-hidden focus-within:border-ink-2 max-lg:h-[70dvh]"
          >
            <SourceEditor
              area={area}
              text={source.text}
              errors={check.errors}
              readOnly={readOnly}
              onChange={text => {
                source.type(text)
                setTold(null)
              }}
              onSave={() => void save()}
            />
            <div className="border-t border-line px-3 py-2.5">
              <CheckLine check={check} empty={empty} long={long} />
              {long === null && check.errors.length > 0 && <ErrorList errors={check.errors} onJump={jump} />}
              {lint !== null && <LintList lint={lint} onJump={jump} onApply={readOnly ? null : use} />}
            </div>
          </Sheet>
        </div>
        <section
          aria-label="What students see"
          className="min-h-0 overflow-y-auto overscroll-contain lg:-m-1 lg:p-1"
        >
          {check.view && !empty ? (
            <>
              <div className="mb-2.5">
                {check.errors.length > 0 ? (
                  <Notice tone="chalk" icon={false}>
                    The file has an error. This is what students would see of it as it was before.
                  </Notice>
                ) : (
                  <p className="px-1 text-sm text-ink-2">
                    What students see. Type into the cells to try them; nothing is checked here.
                  </p>
                )}
              </div>
              <ExercisePreview exercise={check.view} />
            </>
          ) : (
            (empty || check.errors.length > 0) && (
              <FirstSteps empty={empty} onExample={readOnly ? null : replaceAll} />
            )
          )}
        </section>
      </main>
    </div>
  )
}
