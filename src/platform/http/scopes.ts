import { everything, scopeOf } from '../activity/activity.ts'
import { revisionsOf } from '../activity/revision.ts'
import type { Connection } from '../database/connection.ts'

const directory = scopeOf(null)

/** Knows how far the data of a page has moved: the directory, and the network named in its address. */
export class Scopes {
  readonly #database: Connection
  readonly #networks = new Map<string, { id: string; foundAt: string }>()

  constructor(database: Connection) {
    this.#database = database
  }

  /**
   * The joint revision of the directory and of the network of this slug ('' for none, `everything` for all of them); at
   * once when it was read lately.
   */
  revisionOf(slug: string): string | Promise<string> {
    const revisions = revisionsOf(this.#database)
    if (slug === everything) return revisions.peek([everything]) ?? revisions.read([everything])
    if (slug === '') return revisions.peek([directory]) ?? revisions.read([directory])
    const known = this.#networks.get(slug)
    const isCurrent = known !== undefined && known.foundAt === revisions.peek([directory])
    return (isCurrent ? revisions.peek([directory, scopeOf(known.id)]) : undefined) ?? this.#read(slug)
  }

  async #read(slug: string): Promise<string> {
    const revisions = revisionsOf(this.#database)
    const foundAt = await revisions.read([directory])
    const id = await this.#networkId(slug, foundAt)
    return id === null ? foundAt : revisions.read([directory, scopeOf(id)])
  }

  // A new network moves the directory, and so does a restored backup, which may have another network at this address.
  async #networkId(slug: string, foundAt: string): Promise<string | null> {
    const known = this.#networks.get(slug)
    if (known?.foundAt === foundAt) return known.id
    const row = await this.#database
      .selectFrom('networks_network')
      .select('network_id')
      .where('slug', '=', slug)
      .executeTakeFirst()
    if (row) this.#networks.set(slug, { id: row.network_id, foundAt })
    else this.#networks.delete(slug)
    return row?.network_id ?? null
  }
}
