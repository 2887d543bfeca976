import { z } from 'zod'
import { listOf } from '../../../platform/http/api/list-answer.ts'
import { inLanguages } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { says } from '../../../platform/input/form.ts'
import { origins } from './queries.ts'

/** The reason for a change, and its source: asked for with every change. */
export const reason = z.string().trim().min(3, says('contributions.error.reason')).max(2000)

export const restorationForm = z.object({ base: z.coerce.number().int().min(1), reason })

const entry = {
  number: z.int().min(1),
  origin: z
    .enum(origins)
    .describe('loaded: as it was before the first change here; outside: changed by other means'),
  reason: z.string(),
  made_at: z.iso
    .datetime()
    .nullable()
    .describe('Null for the record as it stands where no change here has followed it yet'),
  author: z.string().nullable().describe('For the people of the group alone'),
  organisation: z
    .object({ slug: z.string(), name: inLanguages })
    .nullable()
    .describe('For which organisation the author spoke'),
  restores: z.int().nullable().describe('The version that this one brought back'),
}

/** The schema of one version of a kind of record. */
export function versionSchema(noun: string, document: z.ZodObject) {
  return named(
    `${noun}Version`,
    z.object({
      ...entry,
      document,
      changed: z.array(z.string()).describe('JSON pointers to what differs from the version before'),
    }),
  )
}

export const versionList = named('VersionList', listOf(named('VersionEntry', z.object(entry))))
