import type { Context } from '../../../../platform/context/context.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import type { AlikeRecord, RecordNetwork } from '../../../../platform/records/record-kind.ts'
import { paths } from '../../paths.ts'
import { cooperationDocument } from '../document/schema.ts'
import { listHeadsBetween } from './queries.ts'

/** Ties that exist already between parties of a new one. */
export async function listAlikeCooperations(
  context: Context,
  reader: Reader,
  network: RecordNetwork,
  document: RecordDocument,
): Promise<AlikeRecord[]> {
  const { parties } = cooperationDocument.parse(document)
  const ids = parties.flatMap(({ id, capacity }) => (capacity === 'party' ? [id] : []))
  const heads = await listHeadsBetween(context, network, ids)
  return heads.map(({ id, slug, title }) => {
    const { text, language } = chooseName(title, reader.language)
    return { id, title: text, language, details: '', href: paths.cooperation(reader, network.slug, slug) }
  })
}
