import type { Context } from '../../../../platform/context/context.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import type { AlikeRecord, RecordNetwork } from '../../../../platform/records/record-kind.ts'
import { listMatches } from '../../../directory/gazetteer/index.ts'
import { listOrganisations, pickerOption } from '../../../directory/index.ts'
import { paths } from '../../paths.ts'
import { organisationDocument } from '../document/schema.ts'

const mostShown = 5
// What the gazetteer gives for names that hold the words; below, and only when there are none, those that sound alike.
const likely = 0.45

/** Organisations of the directory that may be the one which somebody is about to add. */
export async function listAlikeOrganisations(
  context: Context,
  reader: Reader,
  network: RecordNetwork,
  document: RecordDocument,
): Promise<AlikeRecord[]> {
  const { name, country } = organisationDocument.parse(document)
  const answers = await Promise.all(
    [...new Set(Object.values(name))].map((text) =>
      listMatches(context, { text, country, limit: mostShown }),
    ),
  )
  const best = new Map<string, number>()
  for (const { id, score } of answers.flatMap(({ hits }) => hits))
    best.set(id, Math.max(score, best.get(id) ?? 0))
  const ids = [...best]
    .filter(([, score]) => score >= likely)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostShown)
    .map(([id]) => id)
  const records = new Map((await listOrganisations(context, ids)).map((record) => [record.id, record]))
  return ids.flatMap((id) => {
    const record = records.get(id)
    if (!record) return []
    const { name: title, language, details } = pickerOption(reader, record)
    return [{ id, title, language, details, href: paths.organisation(reader, network.slug, record.slug) }]
  })
}
