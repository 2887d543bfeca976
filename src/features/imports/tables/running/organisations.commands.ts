import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { type Change, compareDocuments } from '../../../../platform/records/difference.ts'
import { amendRecords } from '../../../contributions/index.ts'
import { changeOrganisation, lookUpEditable } from '../../../directory/index.ts'
import { type NewEvidence, writeEvidence } from '../../../registry/evidence/index.ts'
import { organisationDocument } from '../../../registry/index.ts'
import { asWritten } from '../../parts/parts.ts'
import { listHeads } from '../../texts/writing/queries.ts'
import {
  compareOrganisation,
  type OrganisationState,
  type OrganisationValue,
  withOrganisationValue,
} from '../plan/organisation-plan.ts'
import type { Told } from '../plan/told.ts'
import type { Amended } from './made.ts'
import type { AmendingPlace, TellingRow } from './ties.commands.ts'

/** What a row says of an existing organisation. */
export type OrganisationRow = Omit<TellingRow, 'tieId'> & { organisationId: string }

/** Writes rows into organisations that existed before the table, as one version of each. Returns what each row changed. */
export async function amendOrganisations(
  context: Context,
  place: AmendingPlace,
  rows: readonly OrganisationRow[],
): Promise<Amended[]> {
  const { network, kind, reason, language, personId } = place
  const rowsOf = Map.groupBy(rows, ({ organisationId }) => organisationId)
  const heads = await listHeads(context, [...rowsOf.keys()])
  const written: { id: string; row: OrganisationRow; changes: Change[] }[] = []
  const versioned = { reason, language, personId, organisationId: null, origin: 'import' as const }
  const after = await amendRecords(context, { network, kind, ...versioned }, heads, ({ id }, stored) => {
    let document = organisationDocument.parse(stored)
    for (const row of rowsOf.get(id) ?? []) {
      const changed = withTold(document, row.told)
      const changes = compareDocuments(document, changed)
      if (changes.length > 0) written.push({ id, row, changes })
      document = changed
    }
    return document
  })
  const evidenceOf = new Map(
    written.map((each) => [each, evidenceFor(context, place, each.row, each.changes)]),
  )
  await writeEvidence(context, network.id, [...evidenceOf.values()].flat())
  return written.map((each) => ({
    kind: 'organisation',
    id: each.id,
    row: each.row.number,
    changes: each.changes.map((change) => asWritten(after.get(each.id) ?? {}, change)),
    evidenceIds: (evidenceOf.get(each) ?? []).flatMap(({ id }) => id ?? []),
  }))
}

/** Writes later rows into organisations that the table itself has added. */
export async function completeOrganisations(
  context: Context,
  place: AmendingPlace,
  rows: readonly OrganisationRow[],
): Promise<void> {
  for (const row of rows) {
    const stored = await lookUpEditable(context, row.organisationId)
    if (!stored) continue
    const after = withTold(stored, row.told)
    const changes = compareDocuments({ ...stateOf(stored) }, { ...stateOf(after) })
    if (changes.length === 0) continue
    await changeOrganisation(context, row.organisationId, after)
    await writeEvidence(context, place.network.id, evidenceFor(context, place, row, changes))
  }
}

const stateOf = ({ name, kind, population, place }: OrganisationState) => ({
  name,
  kind,
  population,
  place: place && { latitude: place.latitude, longitude: place.longitude },
})

// A contradiction that has arisen since, and was never asked about, is not written.
function withTold<State extends OrganisationState & { populationYear: number | null }>(
  stored: State,
  told: readonly Told[],
): State {
  let state = stored
  for (const { value, way: resolution, outcome } of told) {
    if (resolution === null || !isOfOrganisation(value)) continue
    const found = compareOrganisation(state, value)
    if (found.outcome === 'confirms' || (found.outcome === 'contradicts' && outcome !== 'contradicts'))
      continue
    state = withOrganisationValue(state, value)
    // The table does not give the year of its count.
    if (value.part === 'population') state = { ...state, populationYear: null }
  }
  return state
}

const parts = new Set<string>(['name', 'kind', 'population', 'place'])

function isOfOrganisation(value: Told['value']): value is OrganisationValue {
  return parts.has(value.part)
}

function evidenceFor(
  { today }: Context,
  { source }: AmendingPlace,
  { organisationId, told, written }: OrganisationRow,
  changes: readonly Change[],
): NewEvidence[] {
  const changed = new Set(changes.map(({ path: [field] }) => field))
  const fields = told.filter(({ value, way: resolution }) => resolution !== null && changed.has(value.part))
  return [...new Map(fields.map((each) => [each.value.part, each])).values()].map(({ field, value }) => ({
    id: newId(),
    subjectKind: 'organisation',
    subjectId: organisationId,
    field: value.part,
    sourceId: source.sourceId,
    locator: written.locate(field),
    stance: 'supports',
    extractedBy: source.extractedBy,
    knownOn: today,
  }))
}
