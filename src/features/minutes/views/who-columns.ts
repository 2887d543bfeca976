import type { ComponentChildren } from 'preact'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Column } from '../../../ui/table/data-table.tsx'
import { type OrganisationRef, shortNames } from '../../directory/index.ts'

/** The first column of a list of people: who they are. */
export function whoColumn<Row>({ t }: Reader, cell: (row: Row) => ComponentChildren): Column<Row> {
  return { key: 'who', label: t('minutes.attendance.who'), header: true, wide: true, cell }
}

/** The organisation of each person: its name in the directory, or the words that were typed. */
export function organisationColumn<
  Row extends { organisation: OrganisationRef | null; organisationWords?: string },
>(
  reader: Reader,
  cell: (row: Row) => ComponentChildren = (row) => organisationName(reader, row),
): Column<Row> {
  return { key: 'organisation', label: reader.t('minutes.attendance.organisation'), cell }
}

function organisationName(
  { language }: Reader,
  {
    organisation,
    organisationWords = '',
  }: { organisation: OrganisationRef | null; organisationWords?: string },
): string {
  return organisation ? chooseName(shortNames(organisation), language).text : organisationWords
}
