import { sql } from 'kysely'
import type { Storage } from '../../storage/storage.ts'
import type { Connection } from '../connection.ts'
import { listContents, loadContent } from './backup-files.ts'
import type { BackupLines } from './backup-format.ts'

/** The bytes that a backup adds, which no transaction removes again, and those that its rows no longer know. */
export class RestoredFiles {
  readonly #storage: Storage
  readonly #added: string[] = []
  readonly #loaded = new Set<string>()
  #former: string[] = []
  missing = 0

  constructor(storage: Storage) {
    this.#storage = storage
  }

  /** Remembers what the database had before it is emptied. */
  async noteFormer(inside: Connection): Promise<void> {
    const { rows } = await sql<{ table: string | null }>`
      select to_regclass('platform_file_content')::text as table
    `.execute(inside)
    if (rows[0]?.table != null) this.#former = (await listContents(inside)).map(({ sha256 }) => sha256)
  }

  async load(lines: BackupLines): Promise<void> {
    const { sha256, isNew, isMissing } = await loadContent(this.#storage, lines)
    this.#loaded.add(sha256)
    if (isNew) this.#added.push(sha256)
    if (isMissing) this.missing++
  }

  /** Removes what was added when the work fails. */
  async undoneUnless<T>(work: Promise<T>): Promise<T> {
    try {
      return await work
    } catch (error) {
      for (const sha256 of this.#added) await this.#storage.remove(sha256)
      throw error
    }
  }

  /** Removes what only the replaced rows knew. */
  async removeFormer(): Promise<void> {
    for (const sha256 of this.#former) if (!this.#loaded.has(sha256)) await this.#storage.remove(sha256)
  }
}
