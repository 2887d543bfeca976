import type { CooperationAnswer } from '../records/schema.ts'
import type { Column } from './cooperation-table.ts'
import { type ExportWords, nameOf } from './export-words.ts'

/** One agreement or one activity of a cooperation. */
export interface Part {
  record: CooperationAnswer
  type: 'agreement' | 'activity'
  id: string
  kind: string
  kindLabel(words: ExportWords): string
  title: Record<string, string>
  state: string
  /** EDTF, or nothing if no source gives a date. */
  date: string
  organisations: string[]
  parent: string
}

/** The agreements of a cooperation, then its activities. */
export function partsOf(record: CooperationAnswer): Part[] {
  return [
    ...record.agreements.map((agreement) => ({
      record,
      type: 'agreement' as const,
      id: agreement.id,
      kind: agreement.kind,
      kindLabel: (words: ExportWords) => words.agreementKind(agreement.kind),
      title: agreement.title,
      state: agreement.state ?? '',
      date: agreement.steps.at(-1)?.on ?? '',
      organisations: agreement.parties,
      parent: agreement.parent ?? '',
    })),
    ...record.activities.map((activity) => ({
      record,
      type: 'activity' as const,
      id: activity.id,
      kind: activity.kind,
      kindLabel: (words: ExportWords) => words.activityKind(activity.kind),
      title: activity.title,
      state: activity.state,
      date: activity.when ?? '',
      organisations: activity.organisations.map((organisation) => organisation.slug),
      parent: '',
    })),
  ]
}

/** The columns of the table of agreements and activities: added to, never renamed or moved. */
export const partColumns: Column<Part>[] = [
  { name: 'cooperation', title: 'registry.export.slug', width: 28, cell: ({ record }) => record.slug },
  {
    name: 'cooperation_name',
    title: 'registry.export.name',
    width: 32,
    cell: ({ record }, { language }) => nameOf(record)[language] ?? '',
  },
  { name: 'type', title: 'registry.export.type', width: 12, cell: ({ type }) => type },
  { name: 'kind', title: 'registry.export.kindCode', width: 20, cell: ({ kind }) => kind },
  {
    name: 'kind_label',
    title: 'registry.export.kind',
    width: 24,
    cell: (part, words) => part.kindLabel(words),
  },
  {
    name: 'title_fr',
    title: 'registry.export.partTitle',
    language: 'fr',
    width: 40,
    cell: ({ title }) => title.fr ?? '',
  },
  {
    name: 'title_ko',
    title: 'registry.export.partTitle',
    language: 'ko',
    width: 40,
    cell: ({ title }) => title.ko ?? '',
  },
  {
    name: 'title_en',
    title: 'registry.export.partTitle',
    language: 'en',
    width: 40,
    cell: ({ title }) => title.en ?? '',
  },
  { name: 'state', title: 'registry.export.statusCode', width: 14, cell: ({ state }) => state },
  { name: 'date', title: 'registry.export.date', width: 18, cell: ({ date }) => date },
  {
    name: 'organisations',
    title: 'registry.export.organisations',
    width: 36,
    cell: ({ organisations }) => organisations.join('; '),
  },
  { name: 'parent', title: 'registry.export.parent', width: 38, cell: ({ parent }) => parent },
  { name: 'id', title: 'registry.export.id', width: 38, cell: ({ id }) => id },
]
