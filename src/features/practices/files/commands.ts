import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { UploadedFile } from '../../../platform/http/read-upload.ts'
import { keepFile } from '../../../platform/storage/files.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import { recordOnSheet } from '../sheets/commands.ts'
import type { Practice } from '../sheets/queries.ts'

type Sheet = Pick<Practice, 'id' | 'networkId'>

/** Keeps files of a sheet, under the names that they were given. The caller asks who may. */
export async function addSheetFiles(
  context: Context,
  storage: Storage,
  sheet: Sheet,
  { files, language }: { files: readonly UploadedFile[]; language: string },
): Promise<void> {
  const kept: string[] = []
  for (const { path, ...given } of files)
    kept.push((await keepFile(context, storage, { path }, given)).fileId)
  await inTransaction(context, async (inside) => {
    const rows = kept.map((file_id) => ({ sheet_id: sheet.id, file_id, language }))
    await inside.database.insertInto('practices_file').values(rows).execute()
    await recordOnSheet(inside, sheet, 'changed-files')
  })
}

/** Takes a file from a sheet; its bytes go with the next tidying. */
export async function removeSheetFile(context: Context, sheet: Sheet, fileId: string): Promise<void> {
  await inTransaction(context, async (inside) => {
    await inside.database
      .deleteFrom('practices_file')
      .where('sheet_id', '=', sheet.id)
      .where('file_id', '=', fileId)
      .execute()
    await recordOnSheet(inside, sheet, 'changed-files')
  })
}
