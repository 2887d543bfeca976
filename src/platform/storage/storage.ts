import type { Readable } from 'node:stream'

/**
 * Where the bytes of files are kept, each content once, by its SHA-256 in hexadecimal. What does not work throws StorageUnusable.
 */
export interface Storage {
  /** In words, for the operator. */
  readonly place: string
  /** Only processes that share this machine's folders reach it. */
  readonly isLocal: boolean
  /** A folder of this machine for what is on its way. */
  readonly scratch: string
  /** Keeps the bytes of a file on the disk; does nothing when they are kept already. */
  put(sha256: string, path: string, size: number): Promise<void>
  /** The bytes, or null when they are not there. */
  read(sha256: string): Promise<Readable | null>
  has(sha256: string): Promise<boolean>
  remove(sha256: string): Promise<void>
  /** Writes, reads and removes a trial. */
  check(): Promise<void>
}

/** The place where files are kept cannot be used: one line that says why, without passwords. */
export class StorageUnusable extends Error {}
