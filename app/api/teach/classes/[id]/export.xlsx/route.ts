import { SheetName } from '@/lib/protocol/export'
import { exportRows } from '@/lib/server/history/export-rows'
import { tablesOf } from '@/lib/server/history/tables'
import { xlsxOf } from '@/lib/server/history/write-table'
import { file, ofClass } from '../../reading'

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Every sheet of the export, in one workbook. */
export const GET = ofClass(async ({ id, title }) => {
  const tables = tablesOf(await exportRows(id))
  const workbook = await xlsxOf(SheetName.options.map(name => tables[name]()))
  return file(workbook, { type, title, ending: '.xlsx' })
})
