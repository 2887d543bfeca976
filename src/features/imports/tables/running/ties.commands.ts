import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { type Change, compareDocuments } from '../../../../platform/records/difference.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import type { RecordKind } from '../../../../platform/records/record-kind.ts'
import { amendRecords } from '../../../contributions/index.ts'
import {
  addAgreements,
  addCooperations,
  type BatchSource,
  completeCooperations,
} from '../../../registry/batches/index.ts'
import {
  type CooperationDocument,
  cooperationDocument,
  listDocuments,
  listHeads,
} from '../../../registry/cooperations/index.ts'
import { applyFact, asWritten, compareFact } from '../../parts/parts.ts'
import type { PlannedRow } from '../plan/planned-row.ts'
import { isOfTie, type Told } from '../plan/told.ts'
import type { Amended, Made, WrittenTogether } from './made.ts'
import { textIn, type WrittenRow } from './written-rows.ts'

/** What a row says of an existing tie. */
export interface TellingRow {
  tieId: string
  number: number
  told: readonly Told[]
  written: WrittenRow
}

export interface AmendingPlace {
  network: RecordNetwork
  kind: RecordKind
  organisationKind: RecordKind
  source: BatchSource
  language: string
  /** The reason that its versions give: the name of the file and the importer. */
  reason: string
  personId: string | null
}

/** Writes rows into ties that existed before the table, as one version of each. Returns what each row changed. */
async function amendTies(
  context: Context,
  place: AmendingPlace,
  rows: readonly TellingRow[],
): Promise<Amended[]> {
  const { network, kind, reason, language, personId } = place
  const rowsOf = Map.groupBy(rows, ({ tieId }) => tieId)
  const heads = await listHeads(context, network, [...rowsOf.keys()])
  const written: { id: string; row: number; changes: Change[] }[] = []
  const versioned = { reason, language, personId, organisationId: null, origin: 'import' as const }
  const after = await amendRecords(context, { network, kind, ...versioned }, heads, ({ id }, stored) => {
    let document = cooperationDocument.parse(stored)
    for (const row of rowsOf.get(id) ?? []) {
      const changed = withRow(context, place, document, row)
      const changes = compareDocuments(document, changed)
      if (changes.length > 0) written.push({ id, row: row.number, changes })
      document = changed
    }
    return document
  })
  return written.map(({ id, row, changes }) => ({
    kind: 'cooperation',
    id,
    row,
    changes: changes.map((change) => asWritten(after.get(id) ?? {}, change)),
    evidenceIds: [],
  }))
}

/** Writes rows into ties that earlier rows of the same table began. */
async function completeTies(
  context: Context,
  place: AmendingPlace,
  rows: readonly TellingRow[],
): Promise<void> {
  if (rows.length === 0) return
  const ids = [...new Set(rows.map(({ tieId }) => tieId))]
  const documents = await listDocuments(context, place.network.id, ids)
  const completed = [...Map.groupBy(rows, ({ tieId }) => tieId)].flatMap(([id, own]) => {
    const stored = documents.get(id)
    if (!stored) return []
    const before = cooperationDocument.parse(stored)
    const after = own.reduce((document, row) => withRow(context, place, document, row), before)
    return [{ id, before, after }]
  })
  await completeCooperations(context, place.network.id, completed)
}

// A contradiction that has arisen since, and was never asked about, is not written.
function withRow(
  { today }: Context,
  { source, language }: AmendingPlace,
  stored: CooperationDocument,
  { tieId, told, written }: TellingRow,
): CooperationDocument {
  let document = stored
  for (const { value, field, way: resolution, outcome } of told) {
    if (resolution === null || !isOfTie(value)) continue
    const locator = written.locate(field)
    const writingContext = {
      cooperationId: tieId,
      today,
      spokenOn: today,
      language,
      sourceId: source.sourceId,
      locator,
      slugs: new Map<string, string>(),
    }
    const finding = compareFact(document, value, writingContext)
    if (finding.outcome === 'confirms' || (finding.outcome === 'contradicts' && outcome !== 'contradicts'))
      continue
    const applied = applyFact(document, value, writingContext, resolution)
    const evidence = {
      id: newId(),
      ...applied.subject,
      sourceId: source.sourceId,
      locator,
      stance: applied.isAgainst ? ('contradicts' as const) : ('supports' as const),
      label: value.part === 'agreement' && value.label !== '' ? value.label : null,
      extractedBy: source.extractedBy,
      knownOn: today,
    }
    document = { ...applied.document, evidence: [...applied.document.evidence, evidence] }
  }
  return document
}

/** Writes cooperations, and remembers those that earlier rows have begun. */
export class TieWriter {
  readonly #place: AmendingPlace
  /** By their keys in the plan. */
  readonly #cooperations = new Map<string, { id: string; partyIds: string[] }>()

  constructor(place: AmendingPlace) {
    this.#place = place
  }

  /** Writes new ties of some rows, and additions to existing ties; `partyIds` are the parties of a row in their order. */
  async write(
    context: Context,
    rows: readonly { row: PlannedRow; written: WrittenRow }[],
    partyIds: (row: PlannedRow) => string[],
  ): Promise<WrittenTogether> {
    const made = await this.#add(context, rows, partyIds)
    return { made, ...(await this.#tellMore(context, rows)) }
  }

  async #add(
    context: Context,
    rows: readonly { row: PlannedRow; written: WrittenRow }[],
    partyIds: (row: PlannedRow) => string[],
  ): Promise<Made[]> {
    const { source, language } = this.#place
    const begun = rows
      .filter(({ row }) => row.state === 'new')
      .map(({ row, written }) => {
        const { facts } = row
        const cooperation = { id: newId(), partyIds: partyIds(row) }
        this.#cooperations.set(row.pair, cooperation)
        return {
          ...cooperation,
          since: facts.since?.edtf ?? null,
          sinceWords: textIn(language, facts.since?.words ?? ''),
          summary: textIn(language, facts.summary),
          themes: facts.themes,
          status: facts.status,
          agreements: written.agreements,
          evidence: written.evidence,
          row: facts.number,
        }
      })
    await addCooperations(context, source, begun)
    return begun.map(({ id, row }) => ({ kind: 'cooperation', id, row }))
  }

  /** Writes additions to existing ties: to registered ones as a version, to those of the table itself as part of them. */
  async #tellMore(
    context: Context,
    rows: readonly { row: PlannedRow; written: WrittenRow }[],
  ): Promise<Pick<WrittenTogether, 'amended' | 'completed'>> {
    const amending = this.#place
    const { source } = amending
    const own = ({ row, written }: { row: PlannedRow; written: WrittenRow }): TellingRow[] => {
      const tieId = row.known ?? this.#cooperations.get(row.pair)?.id
      return tieId === undefined ? [] : [{ tieId, number: row.facts.number, told: row.told, written }]
    }
    const later = rows.filter(({ row }) => row.state === 'more' && row.known === null)
    const [alone, others] = [later.filter(isAgreementAlone), later.filter((each) => !isAgreementAlone(each))]
    await addAgreements(
      context,
      source,
      alone.flatMap(({ row, written }) => {
        const cooperation = this.#cooperations.get(row.pair)
        if (!cooperation) return []
        const evidence = written.evidence.filter(({ agreement }) => agreement !== null)
        return [
          {
            cooperationId: cooperation.id,
            partyIds: cooperation.partyIds,
            agreements: written.agreements,
            evidence,
          },
        ]
      }),
    )
    await completeTies(context, amending, others.flatMap(own))
    const amended = await amendTies(
      context,
      amending,
      rows.filter(({ row }) => row.known !== null).flatMap(own),
    )
    return { amended, completed: later.flatMap(own).map(({ tieId }) => tieId) }
  }
}

/** Tables have one row for each agreement: many of them are added at once. */
function isAgreementAlone({ row }: { row: PlannedRow }): boolean {
  return row.told.every(
    ({ value, isNewEntry, way: resolution }) =>
      resolution === null || (value.part === 'agreement' && isNewEntry),
  )
}
