import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { LocalizedText } from '../../platform/i18n/localized-text.ts'
import { projectPath } from '../../platform/settings/project-path.ts'
import type { Locator } from '../registry/index.ts'
import { decisionsFile, meetingsFile } from './meetings.schema.ts'
import {
  activitiesFile,
  cooperationFile,
  disputesFile,
  interestsFile,
  networkFile,
  organisationsFile,
  sourcesFile,
  type Words,
} from './schema.ts'

/** Reads and checks everything in data/demonstration/{name}. An invalid file stops the program with its name and the place of the fault. */
export function readDemonstration(name: string) {
  const folder = projectPath('data', 'demonstration', name)
  const cooperations = readdirSync(join(folder, 'cooperations'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readChecked(join(folder, 'cooperations', file), cooperationFile))
  return {
    network: readChecked(join(folder, 'network.json'), networkFile),
    organisations: readChecked(join(folder, 'organisations.json'), organisationsFile),
    sources: readChecked(join(folder, 'sources.json'), sourcesFile),
    cooperations,
    interests: readChecked(join(folder, 'interests.json'), interestsFile),
    activities: readChecked(join(folder, 'activities.json'), activitiesFile),
    disputes: readChecked(join(folder, 'disputes.json'), disputesFile),
    meetings: readChecked(join(folder, 'meetings.json'), meetingsFile),
    decisions: readChecked(join(folder, 'decisions.json'), decisionsFile),
    /** Places in the original minutes, which are not shipped: `S130.2` → locator. */
    locators: new Map<string, Locator>(
      Object.entries(JSON.parse(readFileSync(join(folder, 'locators.json'), 'utf8'))),
    ),
    accounts: {
      account: {
        slug: 'tours-2017-account',
        text: readFileSync(join(folder, 'tours-2017-account.fr.md'), 'utf8'),
      },
      since: {
        slug: 'since-2017-account',
        text: readFileSync(join(folder, 'since-2017-account.fr.md'), 'utf8'),
      },
    },
    minutesSlug: 'tours-2017-minutes',
  }
}

export type Demonstration = ReturnType<typeof readDemonstration>

/** A file of a demonstration, checked: an invalid one stops the program with its name and the place of the fault. */
export function readChecked<T extends z.ZodType>(path: string, schema: T): z.infer<T> {
  const result = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Error(`${path}: ${issue?.path.join('/')} ${issue?.message}`)
}

/** Our own texts: one language, French as a rule, is the original, the others are machine-made until a named person reviews them. */
export function localize(
  words: Words | string | null | undefined,
  original: keyof Words = 'fr',
): LocalizedText {
  if (!words) return {}
  if (typeof words === 'string') return { fr: { text: words, state: 'original' } }
  const state = (language: keyof Words) => (language === original ? 'original' : 'machine')
  return {
    fr: { text: words.fr, state: state('fr') },
    ko: { text: words.ko, state: state('ko') },
    en: { text: words.en, state: state('en') },
  }
}
