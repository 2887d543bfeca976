import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { ownDay } from '../../../../platform/context/clock.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { DatabaseAway } from '../../../../platform/database/database-away.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { readText } from '../../../../platform/reading/read-file.ts'
import type { TextDocument } from '../../../../platform/reading/text-document.ts'
import { asUnreadable, TextUnreadable } from '../../../../platform/reading/text-unreadable.ts'
import { lookUpFile, openFile } from '../../../../platform/storage/files.ts'
import { placePassages } from '../../../registry/index.ts'
import { understandApart } from '../../understanding/apart/understand-apart.ts'
import type { Reading } from '../../understanding/reading.ts'
import { insertFacts } from '../facts/commands.ts'
import { claimText, giveBack, holdClaim, noteTrouble } from './claims.commands.ts'
import { factsOfReading, placeFacts } from './facts-of-reading.ts'
import { lookUpGroup } from './queries.ts'

type Services = Pick<Application, 'storage' | 'settings' | 'clock' | 'log' | 'stopping'>

/**
 * Reads an imported text and stores its facts, unless another worker does; failures are recorded as well. Returns whether it has
 * read the text. If the server stops, or `signal` aborts, the text is left to the next reader.
 */
export async function readImportedText(
  services: Services,
  context: Context,
  textId: string,
  signal: AbortSignal = services.stopping,
): Promise<boolean> {
  if (signal.aborted || !(await claimText(context, textId))) return false
  const release = holdClaim(context, textId)
  try {
    const group = await lookUpGroup(context, textId)
    if (!group) return false
    const inNetwork = { ...context, today: ownDay(services, group.opensOn) }
    const document = await readDocument(services, inNetwork, textId, group.fileId, signal)
    const reading = await understandApart(inNetwork, document, { signal })
    await keepReading(inNetwork, { textId, networkId: group.networkId }, document, reading, group)
    return true
  } catch (error) {
    const isBusy = error instanceof TextUnreadable && error.code === 'tooMany'
    if (signal.aborted || isBusy || error instanceof DatabaseAway) await giveBack(context, textId)
    else {
      if (!(error instanceof TextUnreadable))
        services.log.error({ err: error, textId }, 'reading an imported text')
      await noteTrouble(context, textId, asUnreadable(error))
    }
    return false
  } finally {
    release()
  }
}

async function readDocument(
  { storage }: Services,
  context: Context,
  textId: string,
  fileId: string,
  signal: AbortSignal,
): Promise<TextDocument> {
  const file = await lookUpFile(context, fileId)
  if (!file) throw new TextUnreadable('empty')
  const bytes = await buffer(await openFile(storage, file))
  // One statement at a time: while the progress of one page is being written, that of the next is skipped.
  let told: Promise<unknown> | null = null
  const tell = (done: number, of: number) => {
    if (told) return
    told = context.database
      .updateTable('imports_text')
      .set({ pages_read: done, pages: of })
      .where('text_id', '=', textId)
      .execute()
      .finally(() => {
        told = null
      })
  }
  const named = { name: file.name, type: file.mediaType }
  const document = await readText(bytes, named, { progress: tell, signal })
  await told
  if (document.passages.length === 0) throw new TextUnreadable('empty')
  return document
}

/** Inputs for the title of a text's source when nothing in the text gives one. */
export interface Proposal {
  fileName: string
  networkName: Readonly<Record<string, string>>
}

async function keepReading(
  context: Context,
  { textId, networkId }: { textId: string; networkId: string },
  document: TextDocument,
  reading: Reading,
  { fileName, networkName }: Proposal,
): Promise<void> {
  const language = document.language ?? 'fr'
  const facts = await placeFacts(context, factsOfReading(reading))
  const title = reading.meeting?.title || document.passages.find(({ kind }) => kind === 'title')?.text
  await inTransaction(context, async (inside) => {
    await insertPassages(inside, textId, document)
    await insertFacts(inside, textId, facts, 'reader', 0)
    await inside.database
      .updateTable('imports_text')
      .set({
        title: (title || fileName.replace(/\.[^.]+$/, '')).slice(0, longestTitle),
        language,
        kind: reading.meeting ? 'minutes' : 'account',
        publisher: networkName[language] ?? Object.values(networkName)[0] ?? '',
        published: reading.meeting?.date ?? null,
        meeting_on: reading.meeting?.date ?? null,
        pages: document.pages,
        pages_read: document.pages ?? 0,
        remarks: JSON.stringify(document.remarks),
        read_at: inside.clock.now().toString(),
      })
      .where('text_id', '=', textId)
      .where('network_id', '=', networkId)
      .execute()
  })
}

export const longestTitle = 300

async function insertPassages(context: Context, textId: string, document: TextDocument): Promise<void> {
  const places = placePassages(document)
  const rows = document.passages.map(({ kind, level, text, page }, position) => ({
    position,
    kind,
    level,
    heading: places[position]?.heading ?? [],
    paragraph: places[position]?.paragraph ?? null,
    text,
    page,
  }))
  await sql`
    insert into imports_text_passage (text_id, position, kind, level, heading, paragraph, text, page)
    select ${textId}, position, kind, level, heading, paragraph, text, page
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (position integer, kind text, level smallint, heading text[], paragraph integer, text text, page integer)
  `.execute(context.database)
}
