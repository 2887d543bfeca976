import type { OrganisationRef } from '../../../directory/index.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import type { CooperationDocument } from '../document/schema.ts'
import { entryWords, organisationIds, partWords } from '../record/explanation.ts'
import type { CooperationCall } from './cooperation-part.ts'

/** A fact of a cooperation, as evidence names it. */
export interface Fact {
  /** The value that a form sends for it. */
  value: string
  subjectKind: string
  subjectId: string
  field: string
  label: string
}

/** Every fact of a cooperation that a source can support, in the reader’s words; `id` is the cooperation’s own. */
export async function listFacts({ context, reader, document, head }: CooperationCall): Promise<Fact[]> {
  const id = head?.id ?? ''
  const organisations = await listOrganisationRefs(context, organisationIds(document))
  const call = { reader, organisations }
  const own = (part: string, field: string): Fact => factOf('cooperation', id, field, partWords(reader, part))
  const entry = (
    part: string,
    entryId: string,
    subjectKind: string,
    subjectId: string,
    field: string,
  ): Fact =>
    factOf(
      subjectKind,
      subjectId,
      field,
      [partWords(reader, part), entryWords(call, part, entryId, document)].filter(Boolean).join(' : '),
    )
  return [
    own('summary', 'summary'),
    own('since', 'since'),
    own('parties', 'parties'),
    ...(document.standings.length > 0 ? [own('standings', 'status')] : []),
    ...document.agreements.map((each) => entry('agreements', each.id, 'agreement', each.id, 'agreement')),
    ...document.activities.map((each) => entry('activities', each.id, 'activity', each.id, 'activity')),
    ...document.themes.map((each) => entry('themes', each.id, 'cooperation', id, `themes/${each.id}`)),
    ...document.actors.map((each) =>
      entry('actors', each.id, 'cooperation', id, `actors/${slugOf(organisations, each.id)}`),
    ),
    ...document.prospects.map((each) =>
      entry('prospects', each.id, 'cooperation', id, `prospects/${each.id}`),
    ),
    ...document.notes.map((each) => entry('notes', each.id, 'note', each.id, 'note')),
  ]
}

/** The fact of some evidence or a dispute; null for one that the form does not offer. */
export function factFor(
  facts: readonly Fact[],
  { subjectId, field }: Pick<CooperationDocument['evidence'][number], 'subjectId' | 'field'>,
): Fact | null {
  return facts.find((fact) => fact.subjectId === subjectId && fact.field === field) ?? null
}

function factOf(subjectKind: string, subjectId: string, field: string, label: string): Fact {
  return { value: `${subjectKind}:${subjectId}:${field}`, subjectKind, subjectId, field, label }
}

function slugOf(organisations: ReadonlyMap<string, OrganisationRef>, id: string): string {
  return organisations.get(id)?.slug ?? id
}
