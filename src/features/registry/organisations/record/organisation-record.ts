import type { Context } from '../../../../platform/context/context.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { compareDocuments } from '../../../../platform/records/difference.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import type { RecordHead, RecordNetwork } from '../../../../platform/records/record-head.ts'
import type {
  AlikeRecord,
  RecordKind,
  RecordPart,
  RecordWriting,
} from '../../../../platform/records/record-kind.ts'
import { listMatches } from '../../../directory/gazetteer/index.ts'
import { listOrganisations, organisationTexts, pickerOption } from '../../../directory/index.ts'
import { notePart } from '../../notes/note-part.tsx'
import { paths } from '../../paths.ts'
import { registryTexts } from '../../registry-texts.commands.ts'
import { listOrganisationsWith, listTextsOfOrganisations } from '../../registry-texts.queries.ts'
import { declareChanges } from '../declaring.commands.ts'
import { insertOrganisation, writeOrganisation } from '../document/commands.ts'
import { findOrganisationDocument, listOrganisationDocuments } from '../document/queries.ts'
import { emptyOrganisation, organisationDocument, shareOf, withShare } from '../document/schema.ts'
import { aboutForm } from '../forms/about-form.tsx'
import { identityForm } from '../forms/identity-form.tsx'
import { interestForm } from '../forms/interest-form.tsx'
import { newOrganisationForm } from '../forms/new-organisation-form.tsx'
import { placeForm } from '../forms/place-form.tsx'
import { organisationProgram } from '../organisation-program.ts'
import { explainOrganisation } from './explanation.ts'
import { findMadeHead, lookUpHead } from './queries.ts'

const mostShown = 5
// What the gazetteer gives for names that contain the words; below, and only if there are none, those that sound alike.
const likely = 0.45

/** Organisations of the directory that may be the one about to be added. */
async function listAlikeOrganisations(
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

/** The forms of an organisation, in the order in which they are offered. */
const organisationParts: readonly RecordPart[] = [
  interestForm,
  aboutForm,
  identityForm,
  placeForm,
  notePart({
    parse: (document) => organisationDocument.parse(document),
    notesOf: ({ document, network }) => shareOf(document, network.id).notes,
    withNotes: ({ document, network }, notes) => withShare(document, network.id, { notes }),
  }),
]

/** Organisations as members edit, suggest, compare and restore them. */
export const organisationRecord: RecordKind = {
  kind: 'organisation',
  segment: 'organisations',
  noun: 'registry.record.organisation',
  isSourced: true,
  lookUp: lookUpHead,
  read: (context, _network, id) => findOrganisationDocument(context, id),
  readEach: (context, _network, ids) => listOrganisationDocuments(context, ids),
  write,
  add,
  blank: emptyOrganisation,
  newPart: newOrganisationForm,
  ownersOf: () => null,
  listAlike: listAlikeOrganisations,
  parts: organisationParts,
  sharedField: 'networks',
  texts: {
    owners: [...registryTexts, organisationTexts],
    within: listTextsOfOrganisations,
    listRecordsWith: listOrganisationsWith,
  },
  program: organisationProgram,
  explain: explainOrganisation,
}

async function write(
  context: Context,
  { network, head, before, after, ...declared }: RecordWriting,
): Promise<void> {
  const place = { id: head.id, networkId: network.id }
  await writeOrganisation(
    context,
    place,
    organisationDocument.parse(before),
    organisationDocument.parse(after),
  )
  await declareChanges(context, network, head.id, compareDocuments(before, after), declared)
}

async function add(
  context: Context,
  network: RecordNetwork,
  document: RecordDocument,
  declared: Pick<RecordWriting, 'reason' | 'language' | 'organisationId'>,
): Promise<RecordHead> {
  const id = await insertOrganisation(context, network.id, organisationDocument.parse(document))
  await declareChanges(context, network, id, compareDocuments(emptyOrganisation(network), document), declared)
  return findMadeHead(context, id)
}
