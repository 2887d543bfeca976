import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'

type Parameters = Record<string, string | undefined>

/** Addresses of the bilateral meetings of an event. */
export const paths = {
  session: (reader: Reader, network: string, event: string, parameters: Parameters = {}) =>
    addressFor(reader, `/${network}/agenda/${event}/meetings`, parameters),
  setup: (reader: Reader, network: string, event: string) =>
    addressFor(reader, `/${network}/agenda/${event}/meetings/setup`),
  additions: (reader: Reader, network: string, event: string) =>
    addressFor(reader, `/${network}/agenda/${event}/meetings/participants/new`),
  participant: (reader: Reader, network: string, event: string, id: string, parameters: Parameters = {}) =>
    addressFor(reader, `/${network}/agenda/${event}/meetings/participants/${id}`, parameters),
  editing: (reader: Reader, network: string, event: string, id: string) =>
    addressFor(reader, `/${network}/agenda/${event}/meetings/participants/${id}/edit`),
  declining: (reader: Reader, network: string, event: string, id: string) =>
    addressFor(reader, `/${network}/agenda/${event}/meetings/participants/${id}/decline`),
  wishes: (reader: Reader, network: string, event: string, id: string) =>
    addressFor(reader, `/${network}/agenda/${event}/meetings/participants/${id}/wishes`),
  rules: (reader: Reader, network: string, event: string) =>
    addressFor(reader, `/${network}/agenda/${event}/meetings/rules`),
  run: (reader: Reader, network: string, event: string, number: number, parameters: Parameters = {}) =>
    addressFor(reader, `/${network}/agenda/${event}/meetings/runs/${number}`, parameters),
  /** Everybody's timetable, as a table or as profile sheets. */
  file: (
    reader: Reader,
    network: string,
    event: string,
    format: 'xlsx' | 'pdf',
    parameters: Parameters = {},
  ) => addressFor(reader, `/${network}/agenda/${event}/meetings.${format}`, parameters),
  /** The timetable of one participant. */
  ownFile: (reader: Reader, network: string, event: string, id: string, format: 'xlsx' | 'pdf' | 'ics') =>
    addressFor(reader, `/${network}/agenda/${event}/meetings/participants/${id}.${format}`),
}
