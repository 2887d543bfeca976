import type { Context } from '../../../../platform/context/context.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
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
import { eventTexts } from '../../../agenda/index.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { type Declared, declareWords } from '../../declarations.commands.ts'
import { notePart } from '../../notes/note-part.tsx'
import { paths } from '../../paths.ts'
import { registryTexts } from '../../registry-texts.commands.ts'
import { listTextsOfTies, listTiesWith } from '../../registry-texts.queries.ts'
import { cooperationProgram } from '../api/cooperation-program.ts'
import { insertCooperation, writeCooperation } from '../document/commands.ts'
import { findDocument, listDocuments } from '../document/queries.ts'
import { type CooperationDocument, cooperationDocument, emptyCooperation } from '../document/schema.ts'
import { activityForm } from '../forms/activity-form.tsx'
import { actorForm } from '../forms/actor-form.tsx'
import { agreementForm } from '../forms/agreement-form.tsx'
import { disputeForm } from '../forms/dispute-form.tsx'
import { evidenceForm } from '../forms/evidence-form.tsx'
import { newCooperationForm } from '../forms/new-cooperation-form.tsx'
import { partiesForm } from '../forms/parties-form.tsx'
import { prospectForm } from '../forms/prospect-form.tsx'
import { statusForm } from '../forms/status-form.tsx'
import { summaryForm } from '../forms/summary-form.tsx'
import { themesForm } from '../forms/themes-form.tsx'
import { withProvenance } from '../provenance.ts'
import { explainCooperation } from './explanation.ts'
import { listHeadsBetween, lookUpHead } from './queries.ts'

/** The forms of a cooperation, in the order in which they are offered. */
const cooperationParts: readonly RecordPart[] = [
  summaryForm,
  partiesForm,
  statusForm,
  agreementForm,
  activityForm,
  themesForm,
  actorForm,
  prospectForm,
  notePart({
    parse: (document) => cooperationDocument.parse(document),
    notesOf: ({ document }) => document.notes,
    withNotes: ({ document }, notes) => ({ ...document, notes }),
  }),
  evidenceForm,
  disputeForm,
]

/** Cooperations as members edit, suggest, compare and restore them. */
export const cooperationRecord: RecordKind = {
  kind: 'cooperation',
  segment: 'cooperations',
  noun: 'registry.record.cooperation',
  isSourced: true,
  lookUp: lookUpHead,
  read: (context, network, id) => findDocument(context, network.id, id),
  readEach: (context, network, ids) => listDocuments(context, network.id, ids),
  write,
  add,
  blank: () => emptyCooperation,
  newPart: newCooperationForm,
  ownersOf: (document) =>
    cooperationDocument
      .parse(document)
      .parties.flatMap(({ id, capacity }) => (capacity === 'party' ? [id] : [])),
  listAlike: listAlikeCooperations,
  parts: cooperationParts,
  sharedField: null,
  texts: { owners: [...registryTexts, eventTexts], within: listTextsOfTies, listRecordsWith: listTiesWith },
  program: cooperationProgram,
  explain: explainCooperation,
}

async function write(
  context: Context,
  { network, head, before, after, ...declared }: RecordWriting,
): Promise<void> {
  const [was, is] = [cooperationDocument.parse(before), cooperationDocument.parse(after)]
  const place = { id: head.id, networkId: network.id }
  const changed = declared.reason === '' ? is : await declare(context, network, head.id, was, is, declared)
  await writeCooperation(context, place, was, changed)
}

async function add(
  context: Context,
  network: RecordNetwork,
  document: RecordDocument,
  declared: Declared,
): Promise<RecordHead> {
  const is = cooperationDocument.parse(document)
  const bare = { ...emptyCooperation, parties: is.parties }
  const id = await insertCooperation(context, network.id, bare, claimantOf(is, declared))
  const whole =
    declared.reason === '' ? is : await declare(context, network, id, emptyCooperation, is, declared)
  await writeCooperation(context, { id, networkId: network.id }, bare, whole)
  const head = await lookUpHead(context, network, { id })
  if (!head) throw new Error(`The cooperation ${id} was not written`)
  return head
}

// A person who speaks for a party claims the tie for it; a person who speaks for no party leaves the claim to the parties.
function claimantOf({ parties }: CooperationDocument, { organisationId }: Declared): string | null {
  const claims = parties.some(({ id, capacity }) => id === organisationId && capacity === 'party')
  return claims ? organisationId : null
}

const sourcing = new Set(['evidence', 'disputes', 'sources'])

// Records the words that declare a change, and lets each changed fact rest on them.
async function declare(
  context: Context,
  network: RecordNetwork,
  id: string,
  was: CooperationDocument,
  is: CooperationDocument,
  declared: Declared,
): Promise<CooperationDocument> {
  const changes = compareDocuments(was, is)
  // Evidence itself rests on nothing else.
  if (changes.every(({ path }) => sourcing.has(path[0] ?? ''))) return is
  const actors = await listOrganisationRefs(
    context,
    is.actors.map((actor) => actor.id),
  )
  return withProvenance(
    was,
    is,
    changes,
    { cooperationId: id, slugs: new Map([...actors].map(([actor, { slug }]) => [actor, slug])) },
    { ...(await declareWords(context, network, declared)), knownOn: context.today },
  )
}

/** Existing ties between parties of a new one. */
async function listAlikeCooperations(
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
