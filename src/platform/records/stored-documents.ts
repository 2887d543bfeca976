import type { Context } from '../context/context.ts'
import { notFound } from '../refusal.ts'
import type { TextOwner } from '../translation/text-owner.ts'
import type { RecordDocument } from './record-document.ts'
import type { RecordKind, RecordTextPlaces } from './record-kind.ts'

interface StoredDocuments<D> extends Pick<RecordKind, 'kind' | 'lookUp'> {
  /** Checks a document on its way in. */
  parse(document: RecordDocument): D
  list(context: Context, networkId: string, ids: readonly string[]): Promise<Map<string, RecordDocument>>
  write(context: Context, place: { id: string; networkId: string }, before: D, after: D): Promise<void>
  /** Makes a record; returns its id. */
  insert(context: Context, networkId: string, document: D): Promise<string>
}

/** How records of a network are read and written whose documents are kept as a whole. */
export function storedDocuments<D>({ kind, lookUp, parse, list, write, insert }: StoredDocuments<D>) {
  return {
    kind,
    lookUp,
    read: async (context, network, id) => (await list(context, network.id, [id])).get(id) ?? notFound(id),
    readEach: (context, network, ids) => list(context, network.id, ids),
    write: (context, { network, head, before, after }) =>
      write(context, { id: head.id, networkId: network.id }, parse(before), parse(after)),
    add: async (context, network, document) => {
      const id = await insert(context, network.id, parse(document))
      const head = await lookUp(context, network, { id })
      if (!head) throw new Error(`The ${kind} ${id} was not written`)
      return head
    },
  } satisfies Partial<RecordKind>
}

/** The texts of records, each under the record’s own kind and id. */
export function textsUnder(kind: string, owner: TextOwner): RecordTextPlaces {
  return {
    owners: [owner],
    within: async (_context, _network, ids) => ids.map((id) => ({ kind, id })),
    listRecordsWith: async (_context, _network, text) => (text.kind === kind ? [text.id] : []),
  }
}
