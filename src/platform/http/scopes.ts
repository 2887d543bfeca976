import { scopeOf } from '../activity/activity.ts'
import type { Connection } from '../database/connection.ts'
import { Revisions } from './revisions.ts'

/** Tells how far what a page is drawn from has moved: the directory, and the network named in its address. */
export class Scopes {
  readonly #database: Connection
  readonly #revisions: Revisions
  readonly #networkIds = new Map<string, string>()

  constructor(database: Connection) {
    this.#database = database
    this.#revisions = new Revisions(database)
  }

  /** The joint revision of the directory and of the network of this slug ('' for none); at once when it was read lately. */
  revisionOf(slug: string): string | Promise<string> {
    const id = this.#networkIds.get(slug)
    if (slug !== '' && id === undefined) return this.#read(slug)
    const directory = this.#revisions.peek(scopeOf(null))
    const network = id === undefined ? '' : this.#revisions.peek(scopeOf(id))
    return directory === undefined || network === undefined ? this.#read(slug) : `${directory}/${network}`
  }

  close(): void {
    this.#revisions.close()
  }

  async #read(slug: string): Promise<string> {
    const directory = await this.#revisions.read(scopeOf(null))
    return `${directory}/${await this.#readNetwork(slug)}`
  }

  async #readNetwork(slug: string): Promise<string> {
    const known = await this.#networkId(slug)
    if (known === null) return ''
    const revision = await this.#revisions.read(scopeOf(known))
    if (revision !== '0') return revision
    // Every network has been recorded once: a restored backup has another under this address, or none.
    this.#networkIds.delete(slug)
    const id = await this.#networkId(slug)
    return id === null ? '' : this.#revisions.read(scopeOf(id))
  }

  async #networkId(slug: string): Promise<string | null> {
    if (slug === '') return null
    const known = this.#networkIds.get(slug)
    if (known !== undefined) return known
    const row = await this.#database
      .selectFrom('networks_network')
      .select('network_id')
      .where('slug', '=', slug)
      .executeTakeFirst()
    if (!row) return null
    this.#networkIds.set(slug, row.network_id)
    return row.network_id
  }
}
