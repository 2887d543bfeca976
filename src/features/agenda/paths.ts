import { addressFor, type Reader } from '../../platform/i18n/reader.ts'

/** Addresses of the agenda of a network, in the reader’s language and for the day they look at. */
export const paths = {
  holidays: (reader: Reader, network: string, year?: number) =>
    addressFor(reader, `/${network}/agenda/holidays`, {
      year: year === undefined ? undefined : String(year),
    }),
  newHoliday: (reader: Reader, network: string) => addressFor(reader, `/${network}/agenda/holidays/new`),
  withdrawHoliday: (reader: Reader, network: string, id: string) =>
    addressFor(reader, `/${network}/agenda/holidays/${id}/withdrawal`),
  /** The page on which the calendars of others are imported. */
  importCalendar: (reader: Reader, network: string) => addressFor(reader, `/${network}/agenda/import`),
  overlap: (
    reader: Reader,
    network: string,
    parameters: Record<string, string | string[] | undefined> = {},
  ) => addressFor(reader, `/${network}/agenda/overlap`, parameters),
  checkDate: (reader: Reader, network: string) => addressFor(reader, `/${network}/agenda/check`),
}
