import type { Context } from '../../../../platform/context/context.ts'
import { compareDocuments } from '../../../../platform/records/difference.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import type {
  RecordHead,
  RecordKind,
  RecordNetwork,
  RecordWriting,
} from '../../../../platform/records/record-kind.ts'
import { writeDeclaration } from '../../declarations/commands.ts'
import { insertCooperation, writeCooperation } from '../document/commands.ts'
import { readCooperation } from '../document/queries.ts'
import { cooperationDocument, emptyCooperation } from '../document/schema.ts'
import { listOrganisationRefs } from '../organisation-refs/queries.ts'
import { withProvenance } from '../provenance.ts'
import { explainCooperation } from './explanation.ts'
import { cooperationParts } from './parts.ts'
import { lookUpHead } from './queries.ts'

/** Cooperations as what members edit, suggest, compare and restore. */
export const cooperationRecord: RecordKind = {
  kind: 'cooperation',
  segment: 'cooperations',
  noun: 'registry.record.cooperation',
  lookUp: lookUpHead,
  read: (context, network, id) => readCooperation(context, network.id, id),
  write,
  add,
  blank: () => emptyCooperation,
  parts: cooperationParts,
  explain: explainCooperation,
}

async function write(
  context: Context,
  { network, head, before, after, reason, organisationId, language }: RecordWriting,
): Promise<void> {
  const [was, is] = [cooperationDocument.parse(before), cooperationDocument.parse(after)]
  const place = { id: head.id, networkId: network.id }
  if (reason === '') return writeCooperation(context, place, was, is)
  const speakers = await listOrganisationRefs(context, organisationId === null ? [] : [organisationId])
  const speaker = organisationId === null ? undefined : speakers.get(organisationId)
  const actors = await listOrganisationRefs(
    context,
    is.actors.map((actor) => actor.id),
  )
  const declaration = await writeDeclaration(context, network.id, {
    words: reason,
    language,
    declaredBy: speaker?.name ?? (await findNetworkName(context, network.id)),
    knownOn: context.today,
  })
  const changed = withProvenance(
    was,
    is,
    compareDocuments(before, after),
    { cooperationId: head.id, slugs: new Map([...actors].map(([id, { slug }]) => [id, slug])) },
    { ...declaration, declaredBy: speaker?.slug ?? network.slug, knownOn: context.today },
  )
  await writeCooperation(context, place, was, changed)
}

async function add(context: Context, network: RecordNetwork, document: RecordDocument): Promise<RecordHead> {
  const id = await insertCooperation(context, network.id, cooperationDocument.parse(document))
  const head = await lookUpHead(context, network, { id })
  if (!head) throw new Error(`The cooperation ${id} was not written`)
  return head
}

// Who speaks for no organisation speaks as the group's secretariat.
async function findNetworkName(context: Context, networkId: string) {
  const { name } = await context.database
    .selectFrom('networks_network')
    .select('name')
    .where('network_id', '=', networkId)
    .executeTakeFirstOrThrow()
  return name
}
