import { addressFor, type Reader } from '../../platform/i18n/reader.ts'
import type { RecordKind } from '../../platform/records/record-kind.ts'

type Kind = Pick<RecordKind, 'segment'>

/** Addresses of contributions, in the reader’s language. */
export const paths = {
  /** `done`: what was just done to it, in the word of its kind. */
  record: (reader: Reader, network: string, { segment }: Kind, slug: string, done?: string | null) =>
    addressFor(reader, `/${network}/${segment}/${slug}`, { done: done ?? undefined }),
  records: (reader: Reader, network: string, { segment }: Kind) =>
    addressFor(reader, `/${network}/${segment}`),
  edit: (reader: Reader, network: string, { segment }: Kind, slug: string) =>
    addressFor(reader, `/${network}/${segment}/${slug}/edit`),
  /** `again`: the suggestion that fills the form. */
  adding: (reader: Reader, network: string, { segment }: Kind, again?: string) =>
    addressFor(reader, `/${network}/${segment}/new`, { again }),
  part: (reader: Reader, network: string, { segment }: Kind, slug: string, part: string, entry?: string) =>
    addressFor(
      reader,
      `/${network}/${segment}/${slug}/edit/${part}${entry === undefined ? '' : `/${entry}`}`,
    ),
  history: (reader: Reader, network: string, { segment }: Kind, slug: string, before?: number) =>
    addressFor(reader, `/${network}/${segment}/${slug}/history`, {
      before: before === undefined ? undefined : String(before),
    }),
  version: (
    reader: Reader,
    network: string,
    { segment }: Kind,
    slug: string,
    number: number,
    compared?: number,
  ) =>
    addressFor(reader, `/${network}/${segment}/${slug}/history/${number}`, {
      with: compared === undefined ? undefined : String(compared),
    }),
  correction: (reader: Reader, network: string, { segment }: Kind, slug: string) =>
    addressFor(reader, `/${network}/${segment}/${slug}/correction`),
  queue: (reader: Reader, network: string, parameters: Record<string, string | undefined> = {}) =>
    addressFor(reader, `/${network}/contributions`, parameters),
  publication: (reader: Reader, network: string) =>
    addressFor(reader, `/${network}/contributions/publication`),
  suggestion: (reader: Reader, network: string, id: string) =>
    addressFor(reader, `/${network}/contributions/${id}`),
  /** The suggestion for the person who just sent it, if its kind says what was done. */
  sent: (reader: Reader, network: string, id: string, { tellDone }: Pick<RecordKind, 'tellDone'>) =>
    addressFor(reader, `/${network}/contributions/${id}`, { done: tellDone ? 'sent' : undefined }),
  feed: (reader: Reader, network: string, before?: string) =>
    addressFor(reader, `/${network}/activity`, { before }),
}
