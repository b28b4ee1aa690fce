import { SheetName } from '@/lib/protocol/export'
import { exportRows } from '@/lib/server/history/export-rows'
import { tablesOf } from '@/lib/server/history/tables'
import { csvOf } from '@/lib/server/history/write-table'
import { refusal } from '@/lib/server/spoken'
import { message } from '@/lib/words/message'
import { file, ofClass } from '../../reading'

/** One sheet of the export: `?sheet=scores`, or results, answers, mistakes. */
export const GET = ofClass(async ({ id, title }, request) => {
  const asked = SheetName.safeParse(new URL(request.url).searchParams.get('sheet') ?? 'results')
  if (!asked.success) return refusal('malformed', message('http.no-such-sheet'))
  const table = tablesOf(await exportRows(id))[asked.data]()
  return file(csvOf(table), { type: 'text/csv; charset=utf-8', title, ending: `, ${asked.data}.csv` })
})
