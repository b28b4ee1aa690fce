import { SheetName } from '@/lib/protocol/export'

const words: Record<SheetName, string> = {
  scores: 'Scores',
  results: 'Results',
  answers: 'Answers',
  mistakes: 'Mistakes',
}

const look =
  'inline-flex min-h-9 items-center rounded-box border border-line-2 bg-sheet px-3 text-sm font-semibold hover:border-ink-2 max-sm:min-h-11'

/** The class as files: a workbook, or one sheet of it as CSV. */
export function Downloads({ classId }: { classId: string }) {
  const path = `/api/teach/classes/${classId}`
  return (
    <nav aria-label="Export" className="flex flex-wrap items-center gap-2">
      <a href={`${path}/export.xlsx`} download data-testid="export-xlsx" className={look}>
        Excel
      </a>
      <span className="ml-1 text-sm text-ink-2">CSV</span>
      {SheetName.options.map(name => (
        <a
          key={name}
          href={`${path}/export.csv?sheet=${name}`}
          download
          data-testid={`export-csv-${name}`}
          className={look}
        >
          {words[name]}
        </a>
      ))}
    </nav>
  )
}
