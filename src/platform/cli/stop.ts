import { BackupUnusable } from '../database/backup/backup-format.ts'
import { DatabaseNotEmpty } from '../database/backup/restore-backup.ts'
import { DatabaseBroken } from '../database/database-away.ts'
import { DirectoryLocked } from '../database/directory-lock.ts'
import { DatabaseTooNew } from '../database/migrations.ts'
import { DatabaseUnusable } from '../database/server-database.ts'
import { HoldLost } from '../jobs/hold.ts'
import { Refusal } from '../refusal.ts'
import { WrongSetting } from '../settings/settings.ts'
import { StorageUnusable } from '../storage/storage.ts'
import { CommandFailed, WrongUsage } from './command.ts'

const foreseen = [
  BackupUnusable,
  DatabaseNotEmpty,
  DatabaseBroken,
  DirectoryLocked,
  HoldLost,
  DatabaseTooNew,
  DatabaseUnusable,
  StorageUnusable,
  WrongSetting,
  CommandFailed,
  WrongUsage,
  Refusal,
]

// SQLSTATE of PostgreSQL.
const diskFull = '53100'

/** The one line that says why something could not be done; an unexpected error also names its place in the code. */
export function lineFor(error: unknown): string {
  // What is not found is often told by its name alone.
  if (error instanceof Refusal && error.reason === 'notFound' && !error.message.includes(' '))
    return `Nothing is here under "${messageOf(error)}"`
  if (error instanceof Refusal && error.message === 'notAllowed')
    return 'The account for which this is done may not do it'
  if (foreseen.some((kind) => error instanceof kind)) return messageOf(error)
  const code = codeOf(error)
  if (code === 'EADDRINUSE')
    return `The port is in use by another program: set PORT to another number (${messageOf(error)})`
  if (code === 'EACCES' || code === 'EROFS') return `No permission: ${messageOf(error)}`
  if (code === 'ENOTDIR' || code === 'EEXIST') return `DATA_DIR cannot be a folder there: ${messageOf(error)}`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST cannot be listened on here: ${messageOf(error)}`
  if (code === 'EPIPE') return 'Whoever read the output has gone away'
  if (code === 'ENOSPC' || code === diskFull) return `The disk is full: ${messageOf(error)}`
  const place = error instanceof Error ? (error.stack?.split('\n')[1]?.trim() ?? '') : ''
  return `Entente stopped: ${messageOf(error)} ${place}`.trim()
}

/** 2 for wrong usage, 1 for everything else that fails. */
export function exitCodeFor(error: unknown): number {
  return error instanceof WrongUsage ? 2 : 1
}

export function stopWithOneLine(error: unknown): never {
  process.stderr.write(`${lineFor(error)}\n`)
  process.exit(exitCodeFor(error))
}

// The embedded engine's messages can be followed by its whole source: the first line says it.
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split('\n')[0] ?? '').slice(0, 500)
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
