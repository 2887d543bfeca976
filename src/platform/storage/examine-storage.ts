import { sql } from 'kysely'
import { bytesInWords, type Finding } from '../cli/finding.ts'
import type { Application } from '../http/application.ts'
import { StorageUnusable } from './storage.ts'

type Services = Pick<Application, 'settings' | 'database' | 'storage'>

// To ask another machine for each of many files would take minutes.
const mostLookedFor = 200

/** Where files are kept, how many they are, and whether the newest of them are there. */
export async function examineStorage(services: Services): Promise<Finding> {
  const { database, storage } = services
  const { rows } = await sql<{ files: number; bytes: string }>`
    select (select count(*)::int from platform_file) as files,
      coalesce(sum(size_bytes), 0)::text as bytes
    from platform_file_content
  `.execute(database)
  const [{ files = 0, bytes = '0' } = {}] = rows
  const says = `${files} in ${storage.place}, ${bytesInWords(Number(bytes))}`
  return { subject: 'files', says, remedy: await findRemedy(services) }
}

async function findRemedy({ settings, database, storage }: Services): Promise<string | null> {
  if (
    storage.isLocal &&
    settings.databaseUrl !== null &&
    settings.role !== 'all' &&
    settings.storage.place === null
  )
    return 'set STORAGE_URL to a folder or a bucket that every process reaches'
  const newest = await database
    .selectFrom('platform_file_content')
    .select('sha256')
    .orderBy('kept_at', 'desc')
    .limit(mostLookedFor)
    .execute()
  try {
    await storage.check()
    const found = await Promise.all(newest.map(({ sha256 }) => storage.has(sha256)))
    const missing = found.filter((has) => !has).length
    return missing === 0
      ? null
      : `${missing} of the newest are not there: restore a backup, or copy them there`
  } catch (error) {
    if (error instanceof StorageUnusable) return error.message
    throw error
  }
}
