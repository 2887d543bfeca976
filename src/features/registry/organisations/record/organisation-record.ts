import type { Context } from '../../../../platform/context/context.ts'
import { compareDocuments } from '../../../../platform/records/difference.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import type {
  RecordHead,
  RecordKind,
  RecordNetwork,
  RecordWriting,
} from '../../../../platform/records/record-kind.ts'
import { organisationTexts } from '../../../directory/index.ts'
import { listOrganisationsWith, listTextsOfOrganisations } from '../../texts/places.queries.ts'
import { registryTexts } from '../../texts/registry-texts.ts'
import { declareChanges } from '../declaring.commands.ts'
import { insertOrganisation, writeOrganisation } from '../document/commands.ts'
import { findOrganisationDocument, listOrganisationDocuments } from '../document/queries.ts'
import { emptyOrganisation, organisationDocument } from '../document/schema.ts'
import { newOrganisationForm } from '../forms/new-organisation-form.tsx'
import { organisationProgram } from '../programs/organisation-program.ts'
import { listAlikeOrganisations } from './alike.ts'
import { explainOrganisation } from './explanation.ts'
import { organisationParts } from './parts.ts'
import { findMadeHead, lookUpHead } from './queries.ts'

/** Organisations as what members edit, suggest, compare and restore. */
export const organisationRecord: RecordKind = {
  kind: 'organisation',
  segment: 'organisations',
  noun: 'registry.record.organisation',
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
