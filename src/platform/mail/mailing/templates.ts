import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Application } from '../../http/application.ts'
import type { DkimKey } from '../dkim-key.ts'
import { createTemplate, type StoredVersion, type Template } from './template.ts'

// A tenth of a megabyte each. Letters about what concerns each reader alone have many versions, in no order.
const mostKept = 100

/** The templates of the versions being sent: each composed once, when its first reader comes. */
export function openTemplates(
  { database, settings }: Pick<Application, 'database' | 'settings'>,
  key: DkimKey | null,
): (mailingId: string, version: string) => Promise<Template> {
  const kept = new LRUCache<string, Promise<Template>>({ max: mostKept })

  async function read(mailingId: string, version: string): Promise<Template> {
    const { rows } = await sql<StoredVersion>`
      select m.mailing_id as "mailingId", v.language, v.sender, v.subject, v.html, v.plain, m.list_id as "listId",
        m.list_name as "listName", m.reply_to as "replyTo", m.prepared_at as "preparedAt"
      from platform_mailing m
      join platform_mailing_version v using (mailing_id)
      where m.mailing_id = ${mailingId} and v.version_key = ${version}
    `.execute(database)
    const [row] = rows
    if (!row) throw new Error(`No version ${version} of the mailing ${mailingId}`)
    return createTemplate(row, settings.mailFrom, key)
  }

  return (mailingId, version) => {
    const name = `${mailingId} ${version}`
    const template = kept.get(name) ?? read(mailingId, version)
    kept.set(name, template)
    template.catch(() => kept.delete(name))
    return template
  }
}
