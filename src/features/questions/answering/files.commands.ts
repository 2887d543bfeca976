import type { Context } from '../../../platform/context/context.ts'
import type { InboundFile } from '../../../platform/mail/inbound/answer-taker.ts'
import { isAccepted } from '../../../platform/storage/accepted-files.ts'
import { keepFile } from '../../../platform/storage/files.ts'
import type { Storage } from '../../../platform/storage/storage.ts'

/** Keeps the files that came with an answer, of the types that people hand out at meetings. */
export async function keepAnswerFiles(
  context: Context,
  storage: Storage,
  answerId: string,
  files: readonly InboundFile[],
): Promise<void> {
  for (const { bytes, name, type } of files.filter(
    (each) => isAccepted(each.name) && each.bytes.length > 0,
  )) {
    const { fileId } = await keepFile(context, storage, bytes, { name, type })
    await context.database
      .insertInto('questions_answer_file')
      .values({ answer_id: answerId, file_id: fileId })
      .execute()
  }
}
